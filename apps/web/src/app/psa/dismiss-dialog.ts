import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { PsaPushDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { askBeforeClosing } from '../ui/confirm/ask-before-closing.js';
import { Control } from '../ui/form/control.js';
import { Field } from '../ui/form/field.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';
import { LONGEST_NOTE } from '../ui/form/limits.js';
import { PsaApi } from './psa-api.js';
import { KIND_WORDS, pushTitle } from './push-words.js';

/** Gives a push up, with the reason for whoever finds it later. Closes with the push as it is then. */
@Component({
  selector: 'fp-dismiss-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  template: `
    <h2 mat-dialog-title>Dismiss this push?</h2>
    <p class="muted">{{ what }} will not reach the PSA. Later pushes of its session are free to go.</p>
    <form [formRoot]="fields">
      <fp-field label="Reason">
        <textarea fpControl class="textarea" rows="3" [formField]="fields.reason"></textarea>
      </fp-field>
      @if (problem(); as problem) {
        <fp-form-problem [problem]="problem" />
      }
      <div mat-dialog-actions align="end">
        <button class="btn" type="button" mat-dialog-close>Keep it</button>
        <button class="btn primary" type="submit" [attr.aria-disabled]="fields().submitting()">Dismiss push</button>
      </div>
    </form>
  `,
  styleUrl: './psa-dialog.css',
})
export class DismissDialog {
  private readonly api = inject(PsaApi);
  private readonly dialog = inject<MatDialogRef<DismissDialog, PsaPushDto>>(MatDialogRef);
  private readonly push = inject<PsaPushDto>(MAT_DIALOG_DATA);
  protected readonly what = `${KIND_WORDS[this.push.kind]} ${pushTitle(this.push)}`;
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly fields = form(
    signal({ reason: '' }),
    (path) => {
      required(path.reason, { message: 'Say why it is given up' });
      maxLength(path.reason, LONGEST_NOTE, { message: 'Write at most 4,000 characters' });
    },
    { submission: { action: () => this.dismiss(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.fields().dirty());
  }

  private async dismiss(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      this.dialog.close(await this.api.dismiss(this.push.id, this.fields.reason().value()));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
