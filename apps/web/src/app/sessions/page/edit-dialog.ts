import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { SessionDto } from '@flowpilot/contracts';
import { CONFIDENCE_TIERS } from '@flowpilot/metrics';

import { Directory } from '../../core/directory/directory.js';
import { type ServerProblem, toProblem } from '../../core/problem.js';
import { askBeforeClosing } from '../../ui/confirm/ask-before-closing.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_NAME, LONGEST_NOTE } from '../../ui/form/limits.js';
import { SessionApi } from '../session-api.js';
import { TIER_WORDS } from '../session-words.js';
import { draftChange, sessionDraft } from './session-draft.js';

/** Changes what is known of a session's problem. Closes with the session as it is then. */
@Component({
  selector: 'fp-edit-dialog',
  imports: [Control, Field, FormField, FormProblem, FormRoot, MatDialogModule],
  templateUrl: './edit-dialog.html',
  styleUrl: './session-dialog.css',
})
export class EditDialog {
  private readonly api = inject(SessionApi);
  private readonly dialog = inject<MatDialogRef<EditDialog, SessionDto>>(MatDialogRef);
  private readonly session = inject<SessionDto>(MAT_DIALOG_DATA);
  protected readonly domains = inject(Directory).domains;
  protected readonly tiers = CONFIDENCE_TIERS.map((tier) => ({ tier, label: TIER_WORDS[tier] }));
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  private readonly typed = signal(sessionDraft(this.session));
  protected readonly facts = form(
    this.typed,
    (path) => {
      maxLength(path.summary, LONGEST_NOTE, { message: 'Write at most 4,000 characters' });
      for (const name of [path.client, path.domain, path.ticket]) {
        maxLength(name, LONGEST_NAME, { message: 'Write at most 200 characters' });
      }
    },
    { submission: { action: () => this.save(), onInvalid: focusFirstInvalid } },
  );

  constructor() {
    askBeforeClosing(() => this.facts().dirty());
  }

  private async save(): Promise<undefined> {
    this.problem.set(undefined);
    try {
      this.dialog.close(await this.api.change(this.session.id, draftChange(this.session, this.typed())));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
