import { Component, computed, input } from '@angular/core';

import type { WindowDto } from '@flowpilot/contracts';

import { dayAndTime, dayOf, dayRange, timeOfDay } from '../ui/dates.js';
import { untilNow } from './until-now.js';

/**
 * `26 Oct – 24 Nov 2026, today until 16:42, compared with 26 Sep – 25 Oct`, and the zone whose days these are. Today is
 * compared with as much of its counterpart. `as of 16:41` where a replica answered that may lag.
 */
@Component({
  selector: 'fp-window-line',
  template: `
    @if (line(); as line) {
      {{ line.days }}@if (line.until) {<span class="until">, today until {{ line.until }}</span>}@if (line.asOf) {<span class="as-of">, as of {{ line.asOf }}</span>}@if (compared()) {<span class="compared">, compared with {{ line.previous }}</span>}<span class="zone">{{ line.zone }}</span>
    }
  `,
  styles: `
    :host { white-space: nowrap; }
    @media (max-width: 1100px) { .compared { display: none; } }
    .zone { color: var(--fg-faint); margin-left: 10px; }
  `,
  host: { class: 'small muted' },
})
export class WindowLine {
  readonly window = input<WindowDto>();
  /** Whether the tab in view compares any figure. */
  readonly compared = input(false);

  protected readonly line = computed(() => {
    const window = this.window();
    if (window === undefined) return undefined;
    const zone = window.time_zone;
    return {
      days: dayRange(window, zone, true),
      until: untilNow(window),
      asOf: window.as_of && moment(window.as_of, zone),
      previous: dayRange(window.previous, zone),
      zone,
    };
  });
}

/** Today's by the time alone. */
function moment(instant: string, zone: string): string {
  const isToday = dayOf(instant, zone) === dayOf(new Date(), zone);
  return isToday ? timeOfDay(instant, zone) : dayAndTime(instant, zone);
}
