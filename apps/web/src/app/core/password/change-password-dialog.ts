import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { ChangePasswordDto } from '@flowpilot/contracts';

import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { type ServerProblem, toProblem } from '../problem.js';
import { Toast } from '../toast.js';

const SHORTEST = 10;

/** Asks for the present password and a new one; the person's other log-ins end with the change. */
@Component({
  selector: 'fp-change-password-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  templateUrl: './change-password-dialog.html',
  styleUrl: './change-password-dialog.css',
})
export class ChangePasswordDialog {
  private readonly http = inject(HttpClient);
  private readonly toast = inject(Toast);
  private readonly dialog = inject<MatDialogRef<ChangePasswordDialog>>(MatDialogRef);
  private readonly typed = signal<ChangePasswordDto>({ current: '', new: '' });
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly passwords = form(
    this.typed,
    (path) => {
      required(path.current, { message: 'Enter your present password' });
      minLength(path.new, SHORTEST, { message: `Choose at least ${SHORTEST.toString()} characters` });
      required(path.new, { message: 'Choose a new password' });
    },
    { submission: { action: () => this.change(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.passwords().dirty());
  }

  private async change(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.http.post('/me/password', this.typed()));
      this.toast.say('Password changed. Your other log-ins have ended.');
      this.dialog.close();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
