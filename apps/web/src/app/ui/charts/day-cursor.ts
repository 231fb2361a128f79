import { Component, computed, input, model, output, signal } from '@angular/core';

import { weekday } from '../dates.js';
import { dayAfterKey, dayAtPixel } from './day-cursor-move.js';
import { type DayReading, spoken } from './day-reading.js';
import type { PlotArea } from './plot-area.js';

/** Between the day's middle and its tooltip, pixels. */
const TOOLTIP_GAP = 18;

/**
 * Lies over a chart's plot: follows the pointer and the arrow keys, shows one tooltip for the day, and reads it out.
 */
@Component({
  selector: 'fp-day-cursor',
  templateUrl: './day-cursor.html',
  styleUrl: './day-cursor.css',
})
export class DayCursor {
  readonly readings = input.required<readonly DayReading[]>();
  readonly area = input.required<PlotArea>();
  /** Names the chart for a screen reader. */
  readonly label = input.required<string>();
  /** A day, an index into the readings, was clicked, tapped twice, or chosen with Enter. */
  readonly opened = output<number>();
  /** The day pointed at, an index into the readings. */
  readonly day = model<number | null>(null);

  protected readonly reading = computed(() => this.readings()[this.day() ?? -1] ?? null);
  protected readonly title = computed(() => {
    const { date, until } = this.reading() ?? {};
    if (date === undefined) return '';
    return until === undefined ? weekday(date) : `${weekday(date)}, until ${until}`;
  });
  private opensOnClick = false;
  /** Only what the keyboard reached is read out; a passing pointer is not. */
  protected readonly announced = signal('');

  protected readonly middle = computed(() => {
    const { left, width } = this.area();
    return left + (((this.day() ?? 0) + 0.5) / Math.max(1, this.readings().length)) * width;
  });
  protected readonly opensLeft = computed(() => this.middle() > this.area().left + this.area().width / 2);
  protected readonly tooltipSide = computed(() => this.middle() + (this.opensLeft() ? -TOOLTIP_GAP : TOOLTIP_GAP));

  protected point(event: PointerEvent): void {
    this.announced.set('');
    const before = this.day();
    this.day.set(dayAtPixel(event.offsetX, this.area().width, this.readings().length));
    // A finger's first tap only shows the day.
    if (event.type === 'pointerdown') this.opensOnClick = event.pointerType !== 'touch' || this.day() === before;
  }

  protected open(): void {
    const day = this.day();
    if (day !== null && this.opensOnClick) this.opened.emit(day);
  }

  /** A finger leaves when it is lifted: what it tapped stays until the chart loses focus. */
  protected leave(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.day.set(null);
  }

  protected move(event: KeyboardEvent): void {
    const chosen = this.day();
    if (event.key === 'Enter' && chosen !== null) this.opened.emit(chosen);
    const day = dayAfterKey(event.key, this.day(), this.readings().length);
    if (day === undefined) return;
    event.preventDefault();
    this.day.set(day);
    const reading = this.reading();
    this.announced.set(reading ? spoken(this.title(), reading) : '');
  }
}
