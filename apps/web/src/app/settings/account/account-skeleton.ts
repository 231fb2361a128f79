import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';

/** The form to come: as many fields, as high. */
@Component({
  selector: 'fp-account-skeleton',
  imports: [Skeleton],
  template: `
    <p class="vh" role="status">Loading the account</p>
    <div class="card" aria-busy="true">
      <div class="card-head"><fp-skeleton width="64px" height="14px" /></div>
      <div class="card-body">
        @for (field of [1, 2, 3, 4]; track field) {
          <div class="row"><fp-skeleton width="120px" /><fp-skeleton height="var(--control)" /><fp-skeleton width="70%" /></div>
        }
      </div>
    </div>
  `,
  styles: `
    :host { display: contents; }
    .card { max-width: 640px; min-height: 430px; }
    .card-body { display: grid; gap: 18px; }
    .row { display: grid; gap: 6px; }
  `,
})
export class AccountSkeleton {}
