import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';

/** The form to come: as many fields, as high. */
@Component({
  selector: 'fp-connection-skeleton',
  imports: [Skeleton],
  template: `
    <p class="vh" role="status">Loading the PSA connection</p>
    <div class="card" aria-busy="true">
      <div class="card-head"><fp-skeleton width="108px" height="14px" /></div>
      <div class="card-body">
        @for (field of [1, 2, 3, 4, 5, 6, 7]; track field) {
          <div class="row"><fp-skeleton width="120px" /><fp-skeleton height="var(--control)" /></div>
        }
      </div>
    </div>
  `,
  styles: `
    :host { display: contents; }
    .card { max-width: 640px; min-height: 640px; }
    .card-body { display: grid; gap: 24px; }
    .row { display: grid; gap: 6px; }
  `,
})
export class ConnectionSkeleton {}
