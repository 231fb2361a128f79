import { Component, computed, type ElementRef, input, output, signal, viewChild } from '@angular/core';

import { Icon } from '../icon.js';
import { rangeFault } from './chosen-window.js';

let made = 0;

/** Asks for a first and a last day of the account's zone. */
@Component({
  selector: 'fp-range-form',
  imports: [Icon],
  templateUrl: './range-form.html',
  styleUrl: './range-form.css',
})
export class RangeForm {
  /** What the fields begin with, YYYY-MM-DD. */
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  /** The account's day now. */
  readonly today = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly chosen = output<{ from: string; to: string }>();

  protected readonly id = `range-${(made += 1).toString()}`;
  private readonly first = viewChild.required<ElementRef<HTMLInputElement>>('first');
  private readonly last = viewChild.required<ElementRef<HTMLInputElement>>('last');
  private readonly fault = signal<ReturnType<typeof rangeFault>>(undefined);
  protected readonly firstError = computed(() => (this.fault()?.end === 'from' ? this.fault()?.message : undefined));
  protected readonly lastError = computed(() => (this.fault()?.end === 'to' ? this.fault()?.message : undefined));

  protected submit(event: Event): void {
    event.preventDefault();
    const [from, to] = [this.first().nativeElement.value, this.last().nativeElement.value];
    const fault = rangeFault(from, to, this.today());
    this.fault.set(fault);
    // Days to come hold nothing: a range that reaches into them ends today.
    if (fault === undefined) this.chosen.emit({ from, to: to < this.today() ? to : this.today() });
    else (fault.end === 'from' ? this.first() : this.last()).nativeElement.focus();
  }
}
