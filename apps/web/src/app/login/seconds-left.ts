import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Counts down to a moment; 0 when it has come. Provided by the component that waits. */
@Injectable()
export class SecondsLeft {
  readonly seconds = signal(0);
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.ticking));
  }

  until(moment: Date | undefined): void {
    clearInterval(this.ticking);
    if (moment === undefined) return;
    const tick = () => {
      this.seconds.set(Math.max(0, Math.ceil((moment.getTime() - Date.now()) / 1000)));
      if (this.seconds() === 0) clearInterval(this.ticking);
    };
    this.ticking = setInterval(tick, 1000);
    tick();
  }
}
