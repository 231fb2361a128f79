import { Component, input } from '@angular/core';

import { RowsLink } from '../rows/rows-link.js';
import type { LegendItem } from './chart-content.js';

/** What the colours of a chart mean, with the totals. */
@Component({
  selector: 'fp-chart-legend',
  imports: [RowsLink],
  template: `
    @for (item of items(); track item.label) {
      <span
        ><i class="sw" [class.lineonly]="item.line" [style.background]="item.colour"></i>{{ item.label
        }}@if (item.total !== undefined) {<fp-rows-link [to]="item.rows" [what]="'the sessions: ' + item.label"><b>{{ item.total }}</b></fp-rows-link>}</span
      >
    }
  `,
  host: { class: 'legend' },
})
export class ChartLegend {
  readonly items = input.required<readonly LegendItem[]>();
}
