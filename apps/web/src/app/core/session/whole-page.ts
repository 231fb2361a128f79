import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Leaves for an address by loading the page anew, so that nothing of this log-in stays in memory. */
@Injectable({ providedIn: 'root' })
export class WholePage {
  private readonly document = inject(DOCUMENT);

  load(address: string): void {
    this.document.location.assign(address);
  }
}
