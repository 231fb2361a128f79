import { Component, computed, inject, input, output, signal } from '@angular/core';

import { Directory } from '../../core/directory/directory.js';
import { Icon } from '../../ui/icon.js';
import { filterChips } from './filter-chips.js';
import { FilterFields } from './filter-fields.js';
import { isFiltered, readSessionFilter, type SessionFilter } from './session-filter.js';

const NO_FILTER = readSessionFilter(new URLSearchParams());

/** The conditions of the list as chips that can be taken away, and the way to add one. */
@Component({
  selector: 'fp-filter-bar',
  imports: [FilterFields, Icon],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
  host: { role: 'search', 'aria-label': 'Filter sessions' },
})
export class FilterBar {
  readonly filter = input.required<SessionFilter>();
  readonly changed = output<SessionFilter>();

  private readonly directory = inject(Directory);
  protected readonly open = signal(false);
  protected readonly chips = computed(() => filterChips(this.filter(), this.directory));
  protected readonly filtered = computed(() => isFiltered(this.filter()));

  protected clear(): void {
    this.changed.emit(NO_FILTER);
  }
}
