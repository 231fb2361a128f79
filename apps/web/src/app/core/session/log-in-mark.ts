import { Injectable } from '@angular/core';

const KEY = 'flowpilot.logged-in';

/** Remembers that this browser holds a refresh cookie, so that a first visit need not ask in vain. */
@Injectable({ providedIn: 'root' })
export class LogInMark {
  present(): boolean {
    return localStorage.getItem(KEY) !== null;
  }

  set(): void {
    localStorage.setItem(KEY, '1');
  }

  clear(): void {
    localStorage.removeItem(KEY);
  }
}
