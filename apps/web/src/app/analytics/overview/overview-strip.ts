import { Component, input } from '@angular/core';

import { Sparkline } from '../../ui/charts/sparkline.js';
import { Metric } from '../../ui/metric/metric.js';
import { MetricStrip } from '../../ui/metric/metric-strip.js';
import type { OverviewFigure } from './overview-figures.js';

/** The seven figures of the window, each with its change and its course. */
@Component({
  selector: 'fp-overview-strip',
  imports: [Metric, MetricStrip, Sparkline],
  template: `
    <fp-metric-strip>
      @for (figure of figures(); track figure.label) {
        <fp-metric
          [label]="figure.label"
          [explanation]="figure.explanation"
          [figure]="figure.figure"
          [unit]="figure.unit"
          [change]="figure.change"
          [note]="figure.note"
          [rows]="figure.rows"
          [rowsBefore]="figure.rowsBefore"
        >
          @if (figure.trend; as trend) {
            <fp-sparkline class="trend" [values]="trend" [label]="figure.trendLabel" />
          }
        </fp-metric>
      }
    </fp-metric-strip>
  `,
  styles: '.trend { margin-bottom: 4px; } @container (max-width: 130px) { .trend { display: none; } }',
})
export class OverviewStrip {
  readonly figures = input.required<readonly OverviewFigure[]>();
}
