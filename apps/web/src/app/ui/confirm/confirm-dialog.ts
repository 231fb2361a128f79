import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';

/** A question before something is lost. Both buttons name their result. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
}

@Component({
  selector: 'fp-confirm-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <p mat-dialog-content>{{ question.text }}</p>
    <div mat-dialog-actions align="end">
      <button class="btn" type="button" [mat-dialog-close]="false" cdkFocusInitial>{{ question.cancel }}</button>
      <button class="btn primary" type="button" [mat-dialog-close]="true">{{ question.confirm }}</button>
    </div>
  `,
  styleUrl: './confirm-dialog.css',
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
