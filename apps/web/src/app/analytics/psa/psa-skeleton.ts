import { Component } from '@angular/core';

import { MetricSkeleton } from '../../ui/metric/metric-skeleton.js';
import { MetricStrip } from '../../ui/metric/metric-strip.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonBars } from '../../ui/states/skeleton-bars.js';

/** The tab to come: its strip and its cards, of the same height. */
@Component({
  selector: 'fp-psa-skeleton',
  imports: [MetricSkeleton, MetricStrip, Skeleton, SkeletonBars],
  template: `
    <p class="vh" role="status">Loading PSA figures</p>
    <fp-metric-strip aria-busy="true"><fp-metric-skeleton /><fp-metric-skeleton /><fp-metric-skeleton /></fp-metric-strip>
    <div class="cols">
      <div class="card c5"><div class="card-head"><fp-skeleton width="160px" /></div><div class="card-body"><fp-skeleton-bars height="248px" /></div></div>
      <div class="card c7"><div class="card-head"><fp-skeleton width="160px" /></div><div class="card-body"><fp-skeleton-bars height="262px" /></div></div>
      <div class="card c5"><div class="card-head"><fp-skeleton width="120px" /></div><div class="card-body"><fp-skeleton height="110px" /></div></div>
      <div class="card c7"><div class="card-head"><fp-skeleton width="120px" /></div><div class="card-body"><fp-skeleton height="110px" /></div></div>
      <div class="card drift"><div class="card-head"><fp-skeleton width="60px" /></div><div class="card-body"><fp-skeleton height="80px" /></div></div>
    </div>
  `,
  styles: ':host { display: contents; } .drift { grid-column: 1 / -1; }',
})
export class PsaSkeleton {}
