import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { RowsAddress } from './rows-address.js';

/** A figure (projected) that opens the rows behind it; the figure alone where it has none. */
@Component({
  selector: 'fp-rows-link',
  imports: [NgTemplateOutlet, RouterLink],
  template: `
    <ng-template #figure><ng-content /></ng-template>
    @if (to(); as to) {
      <a class="rows" [class.block]="block()" [routerLink]="to.path" [queryParams]="to.query"><ng-container [ngTemplateOutlet]="figure" /><span class="vh">, show {{ what() }}</span></a>
    } @else {
      <ng-container [ngTemplateOutlet]="figure" />
    }
  `,
  styles: `
    :host { display: contents; }
    .rows { color: inherit; position: relative; }
    .rows:hover { color: var(--primary); }
    .block { display: block; }
  `,
})
export class RowsLink {
  /** Undefined where there is nothing to open. */
  readonly to = input.required<RowsAddress | undefined>();
  /** Read after the figure by a screen reader: "show the resolved sessions of VPN". */
  readonly what = input.required<string>();
  /** Around a whole cell, not only its text. */
  readonly block = input(false, { transform: booleanAttribute });
}
