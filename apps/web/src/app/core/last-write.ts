import { Injectable } from '@angular/core';

/** When this page last changed something on the server: figures fetched before may be out of date. */
@Injectable({ providedIn: 'root' })
export class LastWrite {
  private at = 0;

  note(): void {
    this.at = Date.now();
  }

  isAfter(moment: Date): boolean {
    return this.at >= moment.getTime();
  }
}
