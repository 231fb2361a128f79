import { HttpClient } from '@angular/common/http';
import { Component, inject, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';

import type { AccessTokenDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { Session } from '../core/session/session.js';
import { Control } from '../ui/form/control.js';
import { Field } from '../ui/form/field.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';
import { emptySetUp, setUpBody, timeZones } from './set-up-draft.js';

const SHORTEST_PASSWORD = 10;

/** First run: the first account and its first user, for whoever can read the server's terminal. */
@Component({
  selector: 'fp-set-up-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot],
  templateUrl: './set-up-form.html',
  styleUrl: './door-form.css',
})
export class SetUpForm {
  readonly done = output();

  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly draft = signal(emptySetUp());
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  protected readonly zones = timeZones();

  protected readonly setUp = form(
    this.draft,
    (path) => {
      required(path.token, { message: 'Enter the token from the terminal' });
      required(path.accountName, { message: 'Enter a name for the account' });
      required(path.name, { message: 'Enter your name' });
      required(path.email, { message: 'Enter your e-mail address' });
      email(path.email, { message: 'Enter an address such as you@example.com' });
      required(path.password, { message: 'Choose a password' });
      minLength(path.password, SHORTEST_PASSWORD, {
        message: `Choose at least ${SHORTEST_PASSWORD.toString()} characters`,
      });
    },
    { submission: { action: () => this.send(), onInvalid: focusFirstInvalid } },
  );

  private async send(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      this.session.accept(await firstValueFrom(this.http.post<AccessTokenDto>('/setup', setUpBody(this.draft()))));
      this.done.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
