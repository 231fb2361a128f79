import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';

import type { PsaPushDto, PushDraftDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { Control } from '../../ui/form/control.js';
import { Field } from '../../ui/form/field.js';
import { focusFirstInvalid } from '../../ui/form/first-invalid.js';
import { FormProblem } from '../../ui/form/form-problem.js';
import { LONGEST_TEXT } from '../../ui/form/limits.js';
import { refusedFields } from '../../ui/form/refused-fields.js';
import { PsaApi } from '../psa-api.js';

/** A note for the ticket; it begins with the session in words. */
@Component({
  selector: 'fp-note-form',
  imports: [Control, Field, FormField, FormProblem, FormRoot],
  templateUrl: './note-form.html',
  styleUrl: './send-form.css',
})
export class NoteForm {
  readonly sessionId = input.required<string>();
  readonly draft = input.required<PushDraftDto>();
  readonly asked = output<PsaPushDto>();

  private readonly api = inject(PsaApi);
  protected readonly problem = signal<ServerProblem | undefined>(undefined);
  /** What was typed stays when the draft is made anew. */
  private readonly note = linkedSignal<PushDraftDto, NoteDraft>({
    source: () => this.draft(),
    computation: ({ note }, before) =>
      before !== undefined && before.value.text !== before.source.note ? before.value : { text: note, internal: before?.value.internal ?? false },
  });
  protected readonly fields = form(
    this.note,
    (path) => {
      required(path.text, { message: 'Write the note' });
      maxLength(path.text, LONGEST_TEXT, { message: 'Write at most 10,000 characters' });
    },
    { submission: { action: () => this.post(), onInvalid: focusFirstInvalid } },
  );

  hasChanges(): boolean {
    return this.fields().dirty();
  }

  private async post() {
    this.problem.set(undefined);
    try {
      this.asked.emit(await this.api.postNote(this.sessionId(), this.note()));
      return undefined;
    } catch (error) {
      const { errors, rest } = refusedFields(toProblem(error), { '/text': this.fields.text });
      this.problem.set(rest);
      return errors;
    }
  }
}

interface NoteDraft {
  text: string;
  internal: boolean;
}
