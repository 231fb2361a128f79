import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import type { FlowDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { administers } from '../core/session/access-guards.js';
import { Session } from '../core/session/session.js';
import { Toast } from '../core/toast.js';
import { Card } from '../ui/card/card.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';
import { Icon } from '../ui/icon.js';
import { EmptyState } from '../ui/states/empty-state.js';
import { ErrorState } from '../ui/states/error-state.js';
import { categoryChoices } from './category-choices.js';
import { changes, changesSomething, draftOf, newDraft } from './flow-draft.js';
import { flowFacts } from './flow-facts.js';
import { FlowFields } from './flow-fields.js';
import { flowRules } from './flow-rules.js';
import { FlowSkeleton } from './flow-skeleton.js';
import type { HoldsChanges } from './unsaved-changes.js';

/** One flow: its name, category, type, description and state to edit, and what it has done. */
@Component({
  selector: 'fp-flow-edit-page',
  imports: [Card, EmptyState, ErrorState, FlowFields, FlowSkeleton, FormProblem, FormRoot, Icon, RouterLink],
  templateUrl: './flow-edit-page.html',
  styleUrl: './flow-page.css',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class FlowEditPage implements HoldsChanges {
  /** The flow's, from the address. */
  readonly id = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);
  private readonly user = inject(Session).user;
  private readonly stored = httpResource<FlowDto>(() => this.path());
  protected readonly categories = categoryChoices();

  protected readonly mayWrite = computed(() => administers(this.user()));
  protected readonly flow = computed(() => (this.stored.hasValue() ? this.stored.value() : undefined));
  protected readonly failure = computed(() => {
    const error = this.stored.error();
    return error && toProblem(error);
  });
  protected readonly refusal = signal<ServerProblem | undefined>(undefined);
  protected readonly facts = computed(() => {
    const flow = this.flow();
    return flow ? flowFacts(flow, this.user()?.account?.time_zone ?? 'UTC') : [];
  });

  private readonly draft = linkedSignal(() => {
    const flow = this.flow();
    return flow ? draftOf(flow) : newDraft();
  });
  protected readonly form = form(this.draft, (path) => flowRules(path, this.mayWrite), {
    submission: { action: () => this.save(), onInvalid: focusFirstInvalid },
  });
  readonly hasChanges = computed(() => {
    const flow = this.flow();
    return flow !== undefined && changesSomething(flow, this.draft());
  });

  protected reload(): void {
    this.stored.reload();
  }

  protected discard(): void {
    const flow = this.flow();
    if (flow) this.form().reset(draftOf(flow));
    this.refusal.set(undefined);
  }

  protected holdBack(event: Event): void {
    if (this.hasChanges()) event.preventDefault();
  }

  private path(): string {
    return `/flows/${encodeURIComponent(this.id())}`;
  }

  private async save(): Promise<undefined> {
    const flow = this.flow();
    if (!flow || !this.hasChanges()) return;
    this.refusal.set(undefined);
    try {
      const saved = await firstValueFrom(this.http.patch<FlowDto>(this.path(), changes(flow, this.draft())));
      this.stored.set(saved);
      this.toast.say(saved.version === flow.version ? 'Flow saved' : `Flow saved as version ${saved.version.toString()}`);
    } catch (error) {
      this.refusal.set(toProblem(error));
    }
  }
}
