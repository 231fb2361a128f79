import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';

import type { DemoAccessDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { Session } from '../core/session/session.js';
import { Control } from '../ui/form/control.js';
import { Field } from '../ui/form/field.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';
import { DemoPeople } from './demo-people.js';
import { logInRefusal } from './log-in-refusal.js';
import { SecondsLeft } from './seconds-left.js';

/** E-mail and password; says what was wrong and keeps what was typed. */
@Component({
  selector: 'fp-log-in-form',
  imports: [Control, DemoPeople, Field, FormField, FormProblem, FormRoot],
  templateUrl: './log-in-form.html',
  styleUrl: './door-form.css',
  providers: [SecondsLeft],
})
export class LogInForm {
  readonly ended = input(false);
  /** How to log in to the demo, where there is one. */
  readonly demo = input<DemoAccessDto | null>(null);
  readonly done = output();

  private readonly session = inject(Session);
  private readonly wait = inject(SecondsLeft);
  private readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly typed = signal({ email: '', password: '' });

  protected readonly logIn = form(
    this.typed,
    (path) => {
      required(path.email, { message: 'Enter your e-mail address' });
      required(path.password, { message: 'Enter your password' });
    },
    { submission: { action: () => this.send(), onInvalid: focusFirstInvalid } },
  );
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    return problem && logInRefusal(problem, this.wait.seconds());
  });
  protected readonly closed = computed(() => this.logIn().submitting() || this.wait.seconds() > 0);

  protected fill(email: string): void {
    this.typed.set({ email, password: this.demo()?.password ?? '' });
  }

  private async send(): Promise<undefined> {
    if (this.wait.seconds() > 0) return;
    this.problem.set(undefined);
    const { email, password } = this.typed();
    try {
      await this.session.logIn(email.trim(), password);
      this.done.emit();
    } catch (error) {
      const problem = toProblem(error);
      this.problem.set(problem);
      this.wait.until(problem.retryAt);
    }
  }
}
