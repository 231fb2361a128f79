import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { SessionDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_NOTE } from '../../ui/form/limits.js';
import { SessionApi } from '../session-api.js';
import type { StepWords } from './session-steps.js';

/** Takes a session a step on, with a note for its timeline. Closes with the session as it is then. */
@Component({
  selector: 'fp-step-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ words.title }}</h2>
    <form [formRoot]="note">
      <fp-field label="Note" [hint]="words.hint + '. It may be left empty.'">
        <textarea fpControl class="textarea" rows="3" [formField]="note.text"></textarea>
      </fp-field>
      @if (problem(); as problem) {
        <fp-form-problem [problem]="problem" />
      }
      <div mat-dialog-actions align="end">
        <button class="btn" type="button" mat-dialog-close>Cancel</button>
        <button class="btn primary" type="submit" [attr.aria-disabled]="note().submitting()">{{ words.label }} session</button>
      </div>
    </form>
  `,
  styleUrl: './session-dialog.css',
})
export class StepDialog {
  private readonly api = inject(SessionApi);
  private readonly dialog = inject<MatDialogRef<StepDialog, SessionDto>>(MatDialogRef);
  private readonly data = inject<{ id: string; words: StepWords }>(MAT_DIALOG_DATA);
  protected readonly words = this.data.words;
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly note = form(
    signal({ text: '' }),
    (path) => maxLength(path.text, LONGEST_NOTE, { message: 'Write at most 4,000 characters' }),
    { submission: { action: () => this.take(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.note().dirty());
  }

  private async take(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      this.dialog.close(await this.api.step(this.data.id, this.words.step, this.note.text().value()));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
