import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { type ServerProblem, toProblem } from '../problem.js';
import { Session } from './session.js';

/** How a log-in that has ended goes on; `successor` is whom another tab has logged in. */
export type LogInAgainAnswer = 'logged-in' | 'somebody-else' | 'successor';

/** The password of whoever was logged in; closing it leaves the page as it is, without a log-in. */
@Component({
  selector: 'fp-log-in-again-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  templateUrl: './log-in-again-dialog.html',
  styleUrl: './log-in-again-dialog.css',
})
export class LogInAgainDialog {
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<LogInAgainDialog, LogInAgainAnswer>>(MatDialogRef);
  private readonly typed = signal({ password: '' });
  protected readonly email = this.session.user()?.email ?? '';
  protected readonly successor = this.session.successor()?.email;
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly logIn = form(this.typed, (path) => required(path.password, { message: 'Enter your password' }), {
    submission: { action: () => this.send(), onInvalid: focusFirstInvalid },
  });

  protected somebodyElse(): void {
    this.dialog.close(this.successor === undefined ? 'somebody-else' : 'successor');
  }

  private async send(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      await this.session.logIn(this.email, this.typed().password);
      this.dialog.close('logged-in');
    } catch (error) {
      const problem = toProblem(error);
      this.problem.set(problem.status === 401 ? { ...problem, detail: 'This is not the password of this user.' } : problem);
    }
  }
}
