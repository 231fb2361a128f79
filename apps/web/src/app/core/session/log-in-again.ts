import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import type { LogInAgainAnswer } from './log-in-again-dialog.js';
import { Session } from './session.js';

/**
 * Asks for the password again over the page, so that nothing typed there is lost: when the log-in has ended, and when
 * another tab has logged in somebody else. Only the same person can go on; somebody else gets the page anew.
 */
@Injectable({ providedIn: 'root' })
export class LogInAgain {
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  private asking: Promise<string | undefined> | undefined;

  /** The new access token, or undefined when there is none. Requests that fail together ask once. */
  ask(): Promise<string | undefined> {
    this.asking ??= this.show().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async show(): Promise<string | undefined> {
    if (this.session.user() === undefined) {
      this.session.expire();
      return undefined;
    }
    const { LogInAgainDialog } = await import('./log-in-again-dialog.js');
    const dialog = this.dialog.open<unknown, unknown, LogInAgainAnswer>(LogInAgainDialog, { width: '400px' });
    const answer = await firstValueFrom(dialog.afterClosed());
    if (answer === 'successor') this.session.giveWay();
    if (answer === 'somebody-else') this.session.expire();
    return answer === 'logged-in' ? this.session.accessToken() : undefined;
  }
}
