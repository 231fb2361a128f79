import { Clock } from '../src/time/clock.js';

/** The real time until it is set; then it stands still. */
export class SettableClock extends Clock {
  private fixed: Date | undefined;

  override now(): Date {
    return this.fixed ? new Date(this.fixed) : super.now();
  }

  set(when: string | Date): void {
    this.fixed = new Date(when);
  }

  advance(milliseconds: number): void {
    this.fixed = new Date(this.now().getTime() + milliseconds);
  }
}
