import { afterNextRender, Component, computed, type ElementRef, inject, Injector, input, output, signal, viewChild } from '@angular/core';

import { Directory } from '../../core/directory/directory.js';
import { Icon } from '../../ui/icon.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { offerSearch } from '../../core/shortcuts/page-search.js';
import { filterChips } from './filter-chips.js';
import { FilterFields } from './filter-fields.js';
import { isFiltered, readSessionFilter, type SessionFilter } from './session-filter.js';

const NO_FILTER = readSessionFilter(new URLSearchParams());

/** The conditions of the list as chips that can be taken away, and the way to add one. */
@Component({
  selector: 'fp-filter-bar',
  hostDirectives: [PassesFocus],
  imports: [FilterFields, Icon],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.css',
  host: { role: 'search', 'aria-label': 'Filter sessions', '(keydown.escape)': 'close()' },
})
export class FilterBar {
  readonly filter = input.required<SessionFilter>();
  readonly changed = output<SessionFilter>();

  private readonly directory = inject(Directory);
  private readonly injector = inject(Injector);
  private readonly fields = viewChild(FilterFields);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');
  protected readonly open = signal(false);
  protected readonly chips = computed(() => filterChips(this.filter(), this.directory));
  protected readonly filtered = computed(() => isFiltered(this.filter()));

  constructor() {
    offerSearch({ label: 'Filter the sessions', reach: () => this.reach() });
  }

  private reach(): void {
    this.open.set(true);
    afterNextRender(() => this.fields()?.focus(), { injector: this.injector });
  }

  /** The field that has the focus goes with the others. */
  protected close(): void {
    if (!this.open()) return;
    this.opener().nativeElement.focus();
    this.open.set(false);
  }

  /** The button goes with the filters. */
  protected clear(): void {
    this.opener().nativeElement.focus();
    this.changed.emit(NO_FILTER);
  }
}
