import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_SNACK_BAR_DATA, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, MatSnackBarRef } from '@angular/material/snack-bar';

import { RetryCountdown } from '../../ui/states/retry-countdown.js';

/** What was asked for waits for its turn: until when, and the way not to wait. */
@Component({
  selector: 'fp-waiting-toast',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, RetryCountdown],
  template: `
    <div matSnackBarLabel>Too many requests. <fp-retry-countdown [at]="at" /></div>
    <div matSnackBarActions><button matButton matSnackBarAction type="button" (click)="toast.dismissWithAction()">Stop trying</button></div>
  `,
  styles: ':host { display: flex; }',
})
export class WaitingToast {
  protected readonly at = inject<Date>(MAT_SNACK_BAR_DATA);
  protected readonly toast = inject<MatSnackBarRef<WaitingToast>>(MatSnackBarRef);
}
