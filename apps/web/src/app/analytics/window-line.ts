import { Component, computed, input } from '@angular/core';

import type { WindowDto } from '@flowpilot/contracts';

import { dayRange } from '../ui/dates.js';
import { untilNow } from './until-now.js';

/**
 * `26 Oct – 24 Nov 2026, today until 16:42, compared with 26 Sep – 25 Oct`, and the zone whose days these are. Today is
 * compared with as much of its counterpart.
 */
@Component({
  selector: 'fp-window-line',
  template: `
    @if (line(); as line) {
      {{ line.days }}@if (line.until) {<span class="until">, today until {{ line.until }}</span>}@if (compared()) {<span class="compared">, compared with {{ line.previous }}</span>}<span class="zone">{{ line.zone }}</span>
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
      previous: dayRange(window.previous, zone),
      zone,
    };
  });
}
