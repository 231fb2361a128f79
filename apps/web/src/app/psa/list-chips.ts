import { Component, type ElementRef, input, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';

import { offerSearch } from '../core/shortcuts/page-search.js';
import { Icon } from '../ui/icon.js';
import { PassesFocus } from '../ui/passes-focus.js';

/** One condition of a list, in words, and the address without it. */
export interface ListChip {
  readonly label: string;
  readonly value: string;
  /** What to take out of the address; undefined where it cannot go. */
  readonly without: Readonly<Record<string, null>> | undefined;
}

/** The conditions of a list, each with the way to take it away. */
@Component({
  selector: 'fp-list-chips',
  hostDirectives: [PassesFocus],
  imports: [Icon, RouterLink],
  template: `
    <ul aria-label="Filters">
      @for (chip of chips(); track chip.label) {
        <li>
          <span class="muted">{{ chip.label }}</span> <b>{{ chip.value }}</b>
          @if (chip.without; as without) {
            <a #removal [routerLink]="[]" [queryParams]="without" queryParamsHandling="merge" [attr.aria-label]="'Remove filter: ' + chip.label + ' ' + chip.value">
              <fp-icon name="close" [size]="12" />
            </a>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: 8px; }
    li { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 3px 10px; border: 1px solid var(--border-strong); border-radius: var(--r-2); background: var(--surface); }
    li:has(a) { padding-right: 2px; }
    b { font-weight: 500; }
    a { display: grid; place-items: center; width: 24px; height: 22px; border-radius: var(--r-1); color: var(--fg-faint); }
    a:hover { background: var(--hover); color: var(--fg); }
    @media (max-width: 720px) { li { min-height: 36px; } a { width: 34px; height: 30px; } }
  `,
})
export class ListChips {
  readonly chips = input.required<readonly ListChip[]>();

  private readonly removals = viewChildren<ElementRef<HTMLElement>>('removal');

  constructor() {
    offerSearch({
      label: 'To the filters',
      reach: () => this.removals()[0]?.nativeElement.focus(),
      isThere: () => this.removals().length > 0,
    });
  }
}
