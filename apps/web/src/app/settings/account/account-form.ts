import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, max, maxLength, min, required } from '@angular/forms/signals';
import { MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { firstValueFrom } from 'rxjs';

import type { AccountDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { Session } from '../../core/session/session.js';
import { Toast } from '../../core/toast.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_NAME } from '../../ui/form/limits.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { changesOf, differs, draftOf } from './account-draft.js';
import { minSampleExample, unloggedExample } from './account-examples.js';
import { ZoneOptions } from './zone-options.js';

const MOST_SESSIONS = 1000;
const HOURS_OF_A_YEAR = 8760;

/** The account to change; what a number means stands beside it while it is typed. */
@Component({
  selector: 'fp-account-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatAutocompleteTrigger, ZoneOptions],
  templateUrl: './account-form.html',
  styleUrl: './account-form.css',
})
export class AccountForm {
  readonly account = input.required<AccountDto>();
  readonly saved = output<AccountDto>();

  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly toast = inject(Toast);
  private readonly stored = computed(() => draftOf(this.account()));
  protected readonly draft = linkedSignal(() => this.stored());
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly fields = form(
    this.draft,
    (path) => {
      required(path.name, { message: 'Enter a name' });
      maxLength(path.name, LONGEST_NAME, { message: `At most ${LONGEST_NAME.toString()} characters` });
      required(path.time_zone, { message: 'Choose a time zone' });
      required(path.min_sample, { message: 'Enter a number of sessions' });
      min(path.min_sample, 1, { message: 'At least 1 session' });
      max(path.min_sample, MOST_SESSIONS, { message: 'At most 1,000 sessions' });
      required(path.unlogged_after_hours, { message: 'Enter a number of hours' });
      min(path.unlogged_after_hours, 0, { message: 'At least 0 hours' });
      max(path.unlogged_after_hours, HOURS_OF_A_YEAR, { message: 'At most 8,760 hours, a year' });
    },
    { submission: { action: () => this.save(), onInvalid: focusFirstInvalid } },
  );
  protected readonly changed = computed(() => differs(this.draft(), this.stored()));
  protected readonly minSampleExample = computed(() => minSampleExample(this.draft().min_sample));
  protected readonly unloggedExample = computed(() => unloggedExample(this.draft().unlogged_after_hours));

  constructor() {
    // What is stored now is nothing that was typed.
    effect(() => {
      this.stored();
      this.fields().reset();
    });
  }

  hasChanges(): boolean {
    return this.changed();
  }

  protected discard(): void {
    this.problem.set(undefined);
    this.draft.set(this.stored());
    this.fields().reset();
  }

  private async save() {
    if (!this.changed()) return undefined;
    this.problem.set(undefined);
    try {
      const account = await firstValueFrom(this.http.patch<AccountDto>('/account', changesOf(this.draft(), this.stored())));
      this.session.accountChanged(account);
      this.saved.emit(account);
      this.toast.say('Account saved');
      return undefined;
    } catch (error) {
      const { errors, rest } = refusedFields(toProblem(error), {
        '/name': this.fields.name,
        '/time_zone': this.fields.time_zone,
        '/min_sample': this.fields.min_sample,
        '/unlogged_after_hours': this.fields.unlogged_after_hours,
      });
      this.problem.set(rest);
      return errors;
    }
  }
}
