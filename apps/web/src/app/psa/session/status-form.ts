import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';

import type { PsaPushDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_NAME } from '../../ui/form/limits.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { PsaApi } from '../psa-api.js';

/** A status for the ticket, out of those of its board; typed where the PSA does not tell them. */
@Component({
  selector: 'fp-status-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot, Skeleton],
  templateUrl: './status-form.html',
  styleUrl: './send-form.css',
})
export class StatusForm {
  readonly sessionId = input.required<string>();
  readonly asked = output<PsaPushDto>();

  private readonly api = inject(PsaApi);
  private readonly told = resource({ params: () => this.sessionId(), loader: ({ params }) => this.api.statuses(params) });
  /** Undefined while they load, empty where there are none to choose from. */
  protected readonly statuses = computed(() => (this.told.hasValue() ? this.told.value().items : this.told.error() ? [] : undefined));
  protected readonly untold = computed(() => {
    const error = this.told.error();
    return error === undefined ? '' : `${toProblem(error).detail.replace(/\.?$/, '.')} Type the status as the PSA spells it.`;
  });
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  private readonly model = signal({ status: '' });
  protected readonly fields = form(
    this.model,
    (path) => {
      required(path.status, { message: 'Choose a status' });
      maxLength(path.status, LONGEST_NAME, { message: 'At most 200 characters' });
    },
    { submission: { action: () => this.set(), onInvalid: focusFirstInvalid } },
  );
  protected readonly hint = computed(() => {
    const chosen = this.statuses()?.find(({ name }) => name === this.model().status);
    return chosen?.time_allowed === false ? 'No time can be logged in this status: log it first. What is on its way goes before.' : '';
  });
  protected readonly button = computed(() => {
    if (this.fields().submitting()) return 'Sending …';
    const { status } = this.model();
    return status === '' ? 'Set status' : `Set to “${status}”`;
  });

  hasChanges(): boolean {
    return this.fields().dirty();
  }

  private async set() {
    this.problem.set(undefined);
    try {
      this.asked.emit(await this.api.setStatus(this.sessionId(), this.model().status));
      return undefined;
    } catch (error) {
      const { errors, rest } = refusedFields(toProblem(error), { '/status': this.fields.status });
      this.problem.set(rest);
      return errors;
    }
  }
}
