import { CdkOverlayOrigin } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import { booleanAttribute, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Detail } from '../explain/detail.js';
import type { RowsAddress } from './rows-address.js';

/** A figure (projected) that opens the rows behind it; where it has none to open, the figure alone, or what it is made of. */
@Component({
  selector: 'fp-rows-link',
  imports: [CdkOverlayOrigin, Detail, NgTemplateOutlet, RouterLink],
  template: `
    <ng-template #figure><ng-content /></ng-template>
    @if (to(); as to) {
      <fp-detail #parts [words]="detail()"
        ><a cdkOverlayOrigin class="rows" [class.block]="block()" [routerLink]="to.path" [queryParams]="to.query" [attr.aria-describedby]="parts.describedBy()"><ng-container [ngTemplateOutlet]="figure" /><span class="vh">, show {{ what() }}</span></a></fp-detail
      >
    } @else if (detail()) {
      <fp-detail byPress #parts [words]="detail()"
        ><button cdkOverlayOrigin class="rows" type="button" [attr.aria-describedby]="parts.describedBy()"><ng-container [ngTemplateOutlet]="figure" /></button></fp-detail
      >
    } @else {
      <ng-container [ngTemplateOutlet]="figure" />
    }
  `,
  styles: `
    :host { display: contents; }
    .rows { color: inherit; position: relative; }
    a.rows:hover { color: var(--primary); }
    button.rows { padding: 0; border: 0; background: none; font: inherit; cursor: help; }
    .block { display: block; }
  `,
})
export class RowsLink {
  /** Undefined where there is nothing to open. */
  readonly to = input.required<RowsAddress | undefined>();
  /** Read after the figure by a screen reader: "show the resolved sessions of VPN". */
  readonly what = input.required<string>();
  /** What the figure is made of: "186 of 231 sessions". */
  readonly detail = input('');
  /** Around a whole cell, not only its text. */
  readonly block = input(false, { transform: booleanAttribute });
}
