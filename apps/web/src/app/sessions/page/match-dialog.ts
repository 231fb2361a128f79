import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { SessionDto } from '@flowpilot/contracts';

import { Directory } from '../../core/directory/directory.js';
import { type ServerProblem, toProblem } from '../../core/problem.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { SessionApi } from '../session-api.js';

/** Ties a session to a flow. Closes with the session as it is then. */
@Component({
  selector: 'fp-match-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  template: `
    <h2 mat-dialog-title>Match a flow</h2>
    <form [formRoot]="choice">
      <fp-field label="Flow" hint="The flow that led this session, as it is now.">
        <select fpControl [formField]="choice.flow">
          <option value="">Choose a flow</option>
          @for (flow of flows(); track flow.id) {
            <option [value]="flow.id">{{ flow.name }}</option>
          }
        </select>
      </fp-field>
      @if (problem(); as problem) {
        <fp-form-problem [problem]="problem" />
      }
      <div mat-dialog-actions align="end">
        <button class="btn" type="button" mat-dialog-close>Cancel</button>
        <button class="btn primary" type="submit" [attr.aria-disabled]="choice().submitting()">Match flow</button>
      </div>
    </form>
  `,
  styleUrl: './session-dialog.css',
})
export class MatchDialog {
  private readonly api = inject(SessionApi);
  private readonly directory = inject(Directory);
  private readonly dialog = inject<MatDialogRef<MatchDialog, SessionDto>>(MatDialogRef);
  private readonly session = inject<SessionDto>(MAT_DIALOG_DATA);
  protected readonly flows = computed(() => this.directory.flows().filter((flow) => flow.is_active));
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly choice = form(
    signal({ flow: this.session.matched_flow_id ?? '' }),
    (path) => required(path.flow, { message: 'Choose a flow' }),
    { submission: { action: () => this.match(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.choice().dirty());
  }

  private async match(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      this.dialog.close(await this.api.match(this.session.id, this.choice.flow().value()));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
