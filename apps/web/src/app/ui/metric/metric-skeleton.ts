import { Component } from '@angular/core';

import { Skeleton } from '../states/skeleton.js';

/** A metric to come, of the same height. */
@Component({
  selector: 'fp-metric-skeleton',
  imports: [Skeleton],
  template: `
    <fp-skeleton width="60%" height="12px" />
    <fp-skeleton width="72%" height="22px" />
    <fp-skeleton width="80%" height="12px" />
  `,
  styleUrls: ['./metric.css'],
  styles: `
    fp-skeleton { margin: 2px 0; }
    fp-skeleton:nth-child(2) { margin: 5px 0; }
  `,
  host: { 'aria-hidden': 'true' },
})
export class MetricSkeleton {}
