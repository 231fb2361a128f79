import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';

/** "Trying again in 12 s.", counting down, which a timer does in silence. Whoever shows it does the trying. */
@Component({
  selector: 'fp-retry-countdown',
  template: '{{ text() }}',
  host: { role: 'timer' },
})
export class RetryCountdown {
  readonly at = input.required<Date>();

  private readonly now = signal(Date.now());
  protected readonly text = computed(() => {
    const seconds = Math.ceil((this.at().getTime() - this.now()) / 1000);
    return seconds > 0 ? `Trying again in ${seconds.toString()} s.` : 'Trying again now.';
  });

  constructor() {
    const ticking = setInterval(() => this.now.set(Date.now()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }
}
