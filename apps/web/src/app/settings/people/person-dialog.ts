import { Component, computed, inject, signal } from '@angular/core';
import { disabled, email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { UserDto } from '@flowpilot/contracts';
import type { Role } from '@flowpilot/metrics';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { Session } from '../../core/session/session.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { PeopleApi } from './people-api.js';
import { roleChoices } from './role-choices.js';

/** A person's name, address and role: of somebody new when it is opened with null. Closes with the person as stored. */
@Component({
  selector: 'fp-person-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  templateUrl: './person-dialog.html',
  styleUrl: '../settings-dialog.css',
})
export class PersonDialog {
  protected readonly person = inject<UserDto | null>(MAT_DIALOG_DATA);
  private readonly api = inject(PeopleApi);
  private readonly viewer = inject(Session).user;
  private readonly dialog = inject<MatDialogRef<PersonDialog, UserDto>>(MatDialogRef);
  private readonly draft = signal<{ name: string; email: string; role: Role }>({
    name: this.person?.name ?? '',
    email: this.person?.email ?? '',
    role: this.person?.role ?? 'engineer',
  });
  protected readonly self = this.person !== null && this.person.id === this.viewer()?.id;
  protected readonly roles = roleChoices(this.viewer()?.role);
  protected readonly roleMeaning = computed(() => {
    if (this.self) return 'Your own role is changed by another admin.';
    return this.roles.find(({ role }) => role === this.draft().role)?.meaning ?? '';
  });
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly fields = form(
    this.draft,
    (path) => {
      required(path.name, { message: 'Enter a name' });
      required(path.email, { message: 'Enter an e-mail address' });
      email(path.email, { message: 'Enter an address such as you@example.com' });
      disabled(path.role, { when: () => this.self });
    },
    { submission: { action: () => this.save(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.fields().dirty());
  }

  private async save() {
    this.problem.set(undefined);
    try {
      this.dialog.close(await this.send());
      return undefined;
    } catch (error) {
      const known = { '/name': this.fields.name, '/email': this.fields.email, '/role': this.fields.role };
      const { errors, rest } = refusedFields(toProblem(error), known);
      this.problem.set(rest);
      return errors;
    }
  }

  private send(): Promise<UserDto> {
    const { name, email: address, role } = this.draft();
    const typed = { name: name.trim(), email: address.trim(), role };
    if (this.person === null) return this.api.create(typed);
    return this.api.change(this.person.id, this.self ? { name: typed.name, email: typed.email } : typed);
  }
}
