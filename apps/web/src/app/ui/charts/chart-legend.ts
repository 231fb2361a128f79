import { Component, input } from '@angular/core';

import type { LegendItem } from './chart-content.js';

/** What the colours of a chart mean, with the totals. */
@Component({
  selector: 'fp-chart-legend',
  template: `
    @for (item of items(); track item.label) {
      <span
        ><i class="sw" [class.lineonly]="item.line" [style.background]="item.colour"></i>{{ item.label
        }}@if (item.total !== undefined) {<b>{{ item.total }}</b>}</span
      >
    }
  `,
  host: { class: 'legend' },
})
export class ChartLegend {
  readonly items = input.required<readonly LegendItem[]>();
}
