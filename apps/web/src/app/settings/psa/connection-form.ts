import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot } from '@angular/forms/signals';

import type { PsaConnectionDto, PsaConnectionTestDto, PsaMemberDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { Toast } from '../../core/toast.js';
import { Confirmation } from '../../ui/confirm/confirmation.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { ConnectionApi } from './connection-api.js';
import { differs, draftOf, keepsSecrets, requestOf } from './connection-draft.js';
import { connectionRules } from './connection-rules.js';
import { memberChoices } from './member-choices.js';
import { RightChecks } from './right-checks.js';

/** Which PSA, where and with which keys. It is tested before it is saved; the keys go in and are never shown. */
@Component({
  selector: 'fp-connection-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot, RightChecks],
  templateUrl: './connection-form.html',
  styleUrl: './connection-form.css',
})
export class ConnectionForm {
  /** Null when there is none yet. */
  readonly connection = input.required<PsaConnectionDto | null>();
  /** Of the PSA; undefined where they are not known. */
  readonly members = input.required<readonly PsaMemberDto[] | undefined>();
  readonly stored = output<PsaConnectionDto | null>();

  private readonly api = inject(ConnectionApi);
  private readonly toast = inject(Toast);
  private readonly confirmation = inject(Confirmation);
  protected readonly draft = linkedSignal(() => draftOf(this.connection()));
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly fields = form(this.draft, connectionRules(() => keepsSecrets(this.draft(), this.connection())), {
    submission: { action: () => this.submit(), onInvalid: focusFirstInvalid },
  });
  protected readonly isWebhook = computed(() => this.draft().provider === 'webhook');
  protected readonly changed = computed(() => differs(this.draft(), this.connection()));
  protected readonly keptHint = computed(() => {
    if (this.connection() === null) return '';
    return keepsSecrets(this.draft(), this.connection()) ? 'Kept. Type to replace it.' : 'Enter it again: it is kept for the address and company it was given for.';
  });
  protected readonly choices = computed(() => memberChoices(this.members(), this.draft().default_member_id));
  /** The answer for the draft as it stands; another draft is untested again. */
  private readonly answered = signal<{ request: string; test: PsaConnectionTestDto } | undefined>(undefined);
  private readonly request = computed(() => JSON.stringify(requestOf(this.draft())));
  protected readonly tested = computed(() => (this.answered()?.request === this.request() ? this.answered()?.test : undefined));
  /** What the person asked for: to try it only, or to save what was tried. */
  private readonly saving = signal(true);
  protected readonly saveLabel = computed(() => {
    if (this.fields().submitting()) return this.saving() ? 'Saving …' : 'Testing …';
    return this.tested()?.ok === false ? 'Save anyway' : this.connection() === null ? 'Test and connect' : 'Test and save';
  });

  constructor() {
    // What is stored now is nothing that was typed.
    effect(() => {
      this.connection();
      this.fields().reset();
    });
  }

  hasChanges(): boolean {
    return this.changed();
  }

  protected ask(saving: boolean): void {
    this.saving.set(saving);
  }

  protected discard(): void {
    this.problem.set(undefined);
    this.draft.set(draftOf(this.connection()));
    this.fields().reset();
  }

  protected async disconnect(): Promise<void> {
    const isSure = await this.confirmation.ask({
      title: 'Disconnect the PSA?',
      text: 'Its keys are deleted. What is still on its way fails until a PSA is connected again; what arrived stays.',
      confirm: 'Disconnect',
      cancel: 'Keep it connected',
    });
    if (!isSure) return;
    try {
      await this.api.remove();
      this.toast.say('PSA disconnected');
      this.stored.emit(null);
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }

  /** Tests what was not tested; then saves it, unless a right is missing or only the test was asked for. */
  private async submit() {
    const [request, wasRefused] = [requestOf(this.draft()), this.tested()?.ok === false];
    this.problem.set(undefined);
    try {
      if (!this.saving() || this.tested() === undefined) this.answered.set({ request: JSON.stringify(request), test: await this.api.test(request) });
      if (!this.saving() || (this.tested()?.ok === false && !wasRefused)) return undefined;
      this.stored.emit(await this.api.save(request));
      this.toast.say('PSA connection saved');
      return undefined;
    } catch (error) {
      return this.refuse(toProblem(error));
    }
  }

  private refuse(problem: ServerProblem) {
    const { fields } = this;
    const { errors, rest } = refusedFields(problem, {
      '/base_url': fields.base_url,
      '/company': fields.company,
      '/client_id': fields.client_id,
      '/public_key': fields.public_key,
      '/private_key': fields.private_key,
      '/signing_secret': fields.signing_secret,
      '/default_member_id': fields.default_member_id,
      '/time_increment_minutes': fields.time_increment_minutes,
      '/requests_per_minute': fields.requests_per_minute,
    });
    this.problem.set(rest);
    return errors;
  }
}
