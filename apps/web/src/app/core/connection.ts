import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the browser has a network at all. Having one does not mean that the server answers. */
@Injectable({ providedIn: 'root' })
export class Connection {
  readonly online = signal(navigator.onLine);

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    window?.addEventListener('online', () => this.online.set(true));
    window?.addEventListener('offline', () => this.online.set(false));
  }
}
