import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, max, maxLength, min, required } from '@angular/forms/signals';

import type { PsaPushDto, PushDraftDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { hours, minutes } from '../../ui/format.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_TEXT } from '../../ui/form/limits.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { instantOf, wallTime } from '../../ui/zoned-time.js';
import { PsaApi } from '../psa-api.js';

/** A ten-thousandth of an hour, the smallest that the server takes. */
const LEAST_HOURS = 0.0001;
const MOST_HOURS = 24;
const BILLABLE = { agreed: null, yes: true, no: false } as const;

/** Time for the ticket; it begins with the session's minutes, rounded as the account rounds. */
@Component({
  selector: 'fp-time-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot],
  templateUrl: './time-form.html',
  styleUrl: './send-form.css',
})
export class TimeForm {
  readonly sessionId = input.required<string>();
  readonly draft = input.required<PushDraftDto>();
  readonly openedAt = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly asked = output<PsaPushDto>();

  private readonly api = inject(PsaApi);
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  /** What was typed stays when the draft is made anew. */
  private readonly time = linkedSignal<TimeDraft, TimeDraft>({
    source: () => ({
      hours: this.draft().hours,
      started: wallTime(this.openedAt(), this.timeZone()),
      billable: 'agreed',
      notes: this.draft().note,
    }),
    computation: (fresh, before) =>
      before !== undefined && JSON.stringify(before.value) !== JSON.stringify(before.source) ? before.value : fresh,
  });
  protected readonly fields = form(
    this.time,
    (path) => {
      required(path.hours, { message: 'Enter the hours' });
      min(path.hours, LEAST_HOURS, { message: 'More than 0 hours' });
      max(path.hours, MOST_HOURS, { message: 'At most 24 hours' });
      required(path.started, { message: 'Enter when it began' });
      maxLength(path.notes, LONGEST_TEXT, { message: 'Write at most 10,000 characters' });
    },
    { submission: { action: () => this.log(), onInvalid: focusFirstInvalid } },
  );
  protected readonly button = computed(() => (this.fields().submitting() ? 'Sending …' : `Log ${hours(this.time().hours)}`));
  protected readonly basis = computed(() => `The session took ${minutes(this.draft().minutes)}. Times in ${this.timeZone()}.`);

  hasChanges(): boolean {
    return this.fields().dirty();
  }

  private async log() {
    const { hours: amount, started, billable, notes } = this.time();
    this.problem.set(undefined);
    try {
      const startedAt = instantOf(started, this.timeZone())?.toISOString();
      const entry = { hours: amount ?? 0, started_at: startedAt, billable: BILLABLE[billable], notes: notes.trim() === '' ? null : notes };
      this.asked.emit(await this.api.logTime(this.sessionId(), entry));
      return undefined;
    } catch (error) {
      const { hours: hoursField, started: startedField, notes: notesField } = this.fields;
      const fields = { '/hours': hoursField, '/started_at': startedField, '/notes': notesField };
      const { errors, rest } = refusedFields(toProblem(error), fields);
      this.problem.set(rest);
      return errors;
    }
  }
}

interface TimeDraft {
  hours: number | null;
  /** As a `datetime-local` field holds it, in the account's zone. */
  started: string;
  billable: keyof typeof BILLABLE;
  notes: string;
}
