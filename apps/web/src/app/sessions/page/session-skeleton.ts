import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The session to come: timeline and facts, of about the same heights. */
@Component({
  selector: 'fp-session-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading the session</p>
    <div class="columns" aria-busy="true">
      <div class="card"><div class="card-head"><fp-skeleton width="180px" /></div><div class="moments"><fp-skeleton-rows [rows]="5" /></div></div>
      <div class="card"><div class="card-head"><fp-skeleton width="80px" /></div><fp-skeleton-rows [rows]="9" /></div>
    </div>
  `,
  styles: `
    :host { display: contents; }
    .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(300px, 1fr); gap: var(--s-4); align-items: start; }
    .moments { --row: 52px; }
    @media (max-width: 960px) { .columns { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class SessionSkeleton {}
