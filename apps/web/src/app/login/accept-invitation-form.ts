import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';

import type { AccessTokenDto, InvitedDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../core/problem.js';
import { Session } from '../core/session/session.js';
import { Control } from '../ui/form/control.js';
import { Field } from '../ui/form/field.js';
import { focusFirstInvalid } from '../ui/form/first-invalid.js';
import { FormProblem } from '../ui/form/form-problem.js';

const SHORTEST_PASSWORD = 10;

/** Says for whom the link is, and asks for the password only. */
@Component({
  selector: 'fp-accept-invitation-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot],
  template: `
    <h1>Welcome, {{ invited().name }}</h1>
    <p class="muted">Set a password to join {{ invited().account_name }}.</p>
    <form [formRoot]="fields">
      <div class="field">
        <label for="invited-email">E-mail</label>
        <input class="input" id="invited-email" type="email" autocomplete="username" readonly [value]="invited().email" />
      </div>
      <fp-field label="Password" hint="10 characters or more">
        <input fpControl type="password" autocomplete="new-password" [formField]="fields.password" />
      </fp-field>
      @if (problem(); as problem) {
        <fp-form-problem [problem]="problem" />
      }
      <button class="btn primary" type="submit" [attr.aria-disabled]="fields().submitting()">
        {{ fields().submitting() ? 'Setting …' : 'Set password and log in' }}
      </button>
    </form>
  `,
  styleUrl: './door-form.css',
})
export class AcceptInvitationForm {
  readonly invited = input.required<InvitedDto>();
  readonly token = input.required<string>();
  readonly done = output();

  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly typed = signal({ password: '' });
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly fields = form(
    this.typed,
    (path) => {
      required(path.password, { message: 'Choose a password' });
      minLength(path.password, SHORTEST_PASSWORD, { message: `Choose at least ${SHORTEST_PASSWORD.toString()} characters` });
    },
    { submission: { action: () => this.send(), onInvalid: focusFirstInvalid } },
  );

  private async send(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      const body = { token: this.token(), password: this.typed().password };
      this.session.accept(await firstValueFrom(this.http.post<AccessTokenDto>('/auth/accept-invitation', body)));
      this.done.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
