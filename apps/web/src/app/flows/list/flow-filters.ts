import { Component, computed, type ElementRef, input, output, viewChild } from '@angular/core';

import type { FlowDto } from '@flowpilot/contracts';

import { offerSearch } from '../../core/shortcuts/page-search.js';
import { categoriesOf, type FlowFilter, NO_CATEGORY, type StateChoice, STATES } from './flow-filter.js';

const STATE_NAMES: Readonly<Record<StateChoice, string>> = { all: 'All', active: 'Active', inactive: 'Inactive' };

/** Search, category and state. */
@Component({
  selector: 'fp-flow-filters',
  template: `
    <input
      #search
      class="input search"
      type="search"
      aria-label="Search flows"
      placeholder="Search flows"
      autocomplete="off"
      [value]="filter().search"
      (input)="change({ search: search.value })"
    />
    <select #category class="input category" aria-label="Category" (change)="change({ category: category.value })">
      <option value="" [selected]="filter().category === ''">All categories</option>
      @for (choice of categories(); track choice.id) {
        <option [value]="choice.id" [selected]="choice.id === filter().category">{{ choice.name }}</option>
      }
      @if (someUncategorised()) {
        <option [value]="none" [selected]="filter().category === none">No category</option>
      }
    </select>
    <span class="seg" role="group" aria-label="State">
      @for (choice of states; track choice.state) {
        <button type="button" [attr.aria-pressed]="filter().state === choice.state" (click)="change({ state: choice.state })">{{ choice.name }}</button>
      }
    </span>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: 8px 12px; }
    .search { flex: 0 1 280px; }
    .category { width: auto; max-width: 240px; }
    @media (max-width: 720px) {
      .search { flex: 1 1 100%; }
      .category { flex: 1 1 120px; min-width: 0; }
    }
  `,
  host: { role: 'search' },
})
export class FlowFilters {
  readonly filter = input.required<FlowFilter>();
  /** All of them, for the categories to choose from. */
  readonly flows = input.required<readonly FlowDto[]>();
  readonly changed = output<FlowFilter>();

  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  protected readonly categories = computed(() => categoriesOf(this.flows()));
  protected readonly someUncategorised = computed(() => this.flows().some((flow) => flow.category_id === null));
  protected readonly states = STATES.map((state) => ({ state, name: STATE_NAMES[state] }));
  protected readonly none = NO_CATEGORY;

  constructor() {
    offerSearch({ label: 'Search the flows', reach: () => this.reach(this.search().nativeElement) });
  }

  private reach(field: HTMLInputElement): void {
    field.focus();
    field.select();
  }

  protected change(part: Partial<FlowFilter>): void {
    this.changed.emit({ ...this.filter(), ...part });
  }
}
