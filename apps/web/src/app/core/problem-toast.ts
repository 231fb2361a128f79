import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_SNACK_BAR_DATA, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, MatSnackBarRef } from '@angular/material/snack-bar';

import { RequestId } from '../ui/states/request-id.js';

export interface ToldProblem {
  readonly text: string;
  readonly requestId: string | undefined;
  readonly mayRetry: boolean;
}

/** What could not be done, the id of its request, and the way to try it again. */
@Component({
  selector: 'fp-problem-toast',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, RequestId],
  template: `
    <div matSnackBarLabel>
      {{ told.text }}
      @if (told.requestId; as id) {
        <fp-request-id class="small" [id]="id" />
      }
    </div>
    <div matSnackBarActions>
      @if (told.mayRetry) {
        <button matButton matSnackBarAction type="button" (click)="toast.dismissWithAction()">Try again</button>
      }
      <button matButton matSnackBarAction type="button" (click)="toast.dismiss()">Close</button>
    </div>
  `,
  styles: ':host { display: flex; }',
})
export class ProblemToast {
  protected readonly told = inject<ToldProblem>(MAT_SNACK_BAR_DATA);
  protected readonly toast = inject<MatSnackBarRef<ProblemToast>>(MatSnackBarRef);
}
