import { Component } from '@angular/core';

import { MetricSkeleton } from '../../ui/metric/metric-skeleton.js';
import { MetricStrip } from '../../ui/metric/metric-strip.js';
import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonBars } from '../../ui/states/skeleton-bars.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The tab to come: its boxes, of the same sizes. */
@Component({
  selector: 'fp-overview-skeleton',
  imports: [MetricSkeleton, MetricStrip, Skeleton, SkeletonBars, SkeletonRows],
  templateUrl: './overview-skeleton.html',
  styles: `
    :host { display: contents; }
    .bars { padding-top: 8px; height: 230px; }
    .tiers { padding-bottom: 76px; }
    .head { height: 34px; }
  `,
})
export class OverviewSkeleton {
  protected readonly metrics = Array.from({ length: 7 });
}
