import { Injectable } from '@angular/core';

export const LOG_IN_MARK = 'flowpilot.logged-in';

/** Remembers that this browser holds a refresh cookie, so that a first visit need not ask in vain. */
@Injectable({ providedIn: 'root' })
export class LogInMark {
  present(): boolean {
    return localStorage.getItem(LOG_IN_MARK) !== null;
  }

  set(): void {
    localStorage.setItem(LOG_IN_MARK, '1');
  }

  clear(): void {
    localStorage.removeItem(LOG_IN_MARK);
  }
}
