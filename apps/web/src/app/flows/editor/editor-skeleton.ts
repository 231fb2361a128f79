import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The editor to come: fields, outline and picture, of the same sizes. */
@Component({
  selector: 'fp-editor-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading the flow</p>
    <div class="card fields" aria-busy="true"></div>
    <div class="grid" aria-busy="true">
      <div class="card"><div class="card-head"><fp-skeleton width="64px" height="14px" /></div><fp-skeleton-rows [rows]="10" /></div>
      <div class="card only-lg"><div class="card-head"><fp-skeleton width="64px" height="14px" /></div></div>
    </div>
  `,
  styles: `
    :host { display: contents; }
    .fields { height: 116px; }
    .grid { display: grid; grid-template-columns: minmax(0, 9fr) minmax(0, 13fr); gap: var(--s-4); }
    @media (max-width: 720px) {
      .fields { height: 330px; }
      .grid { grid-template-columns: minmax(0, 1fr); }
    }
  `,
})
export class EditorSkeleton {}
