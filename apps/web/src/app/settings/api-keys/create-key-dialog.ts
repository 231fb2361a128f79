import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, validate } from '@angular/forms/signals';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { CreateApiKeyDto, CreatedApiKeyDto } from '@flowpilot/contracts';
import type { Scope } from '@flowpilot/metrics';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_NAME } from '../../ui/form/limits.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { SCOPE_CHOICES, withScope } from './scope-choices.js';

/** Name and scopes of a new key. Closes with the key as made, which nothing shows again. */
@Component({
  selector: 'fp-create-key-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  templateUrl: './create-key-dialog.html',
  styleUrls: ['../settings-dialog.css', './create-key-dialog.css'],
})
export class CreateKeyDialog {
  private readonly http = inject(HttpClient);
  private readonly dialog = inject<MatDialogRef<CreateKeyDialog, CreatedApiKeyDto>>(MatDialogRef);
  protected readonly choices = SCOPE_CHOICES;
  protected readonly draft = signal<CreateApiKeyDto>({ name: '', scopes: [] });
  protected readonly problem = signal<ServerProblem | undefined>(undefined);

  protected readonly fields = form(
    this.draft,
    (path) => {
      required(path.name, { message: 'Enter a name, such as the program that will use the key' });
      maxLength(path.name, LONGEST_NAME, { message: `At most ${LONGEST_NAME.toString()} characters` });
      validate(path.scopes, ({ value }) =>
        value().length === 0 ? { kind: 'none', message: 'Choose what the key may do' } : undefined,
      );
    },
    { submission: { action: () => this.create(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.fields().dirty() || this.draft().scopes.length > 0);
  }

  protected choose(scope: Scope, on: boolean): void {
    this.draft.update((draft) => ({ ...draft, scopes: withScope(draft.scopes, scope, on) }));
  }

  private async create() {
    this.problem.set(undefined);
    try {
      const { name, scopes } = this.draft();
      this.dialog.close(await firstValueFrom(this.http.post<CreatedApiKeyDto>('/api-keys', { name: name.trim(), scopes })));
      return undefined;
    } catch (error) {
      const { errors, rest } = refusedFields(toProblem(error), { '/name': this.fields.name });
      this.problem.set(rest);
      return errors;
    }
  }
}
