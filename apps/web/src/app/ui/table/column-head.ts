import { Component, computed, input, output } from '@angular/core';

import { Explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { Icon } from '../icon.js';
import type { Direction } from './column-sort.js';

/** What stands in a sortable column's head: the label explains, the arrow sorts. `aria-sort` belongs on the `th`. */
@Component({
  selector: 'fp-column-head',
  imports: [Explain, Icon],
  template: `
    @if (explanation(); as given) {
      <fp-explain [label]="label()" [explanation]="given" />
    } @else {
      <span>{{ label() }}</span>
    }
    <button class="arrow" type="button" [attr.aria-label]="sortLabel()" [title]="sortLabel()" (click)="sorted.emit()">
      <fp-icon [name]="direction() === 'ascending' ? 'arrowUp' : 'arrowDown'" [size]="12" />
    </button>
  `,
  styleUrl: './column-head.css',
  host: { '[class.active]': 'direction() !== null' },
})
export class ColumnHead {
  readonly label = input.required<string>();
  readonly explanation = input<Explanation>();
  /** The way that the column orders the table now; null when another does. */
  readonly direction = input.required<Direction | null>();
  readonly sorted = output();

  protected readonly sortLabel = computed(() => `Sort by ${this.label().replace(' %', '').toLowerCase()}`);
}
