import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

import { type ColumnSort, readSort, type SortableColumns, sortAfterClick, sortParams } from './column-sort.js';

/** The sort of a page's table. It lives in the address, so that links and the back button keep it. */
export interface ChosenSort<Column extends string> {
  readonly value: Signal<ColumnSort<Column>>;
  /** The way that this column orders the table; null when another does. */
  directionOf(column: Column): ColumnSort<Column>['direction'] | null;
  /** Orders by a column, or turns it round. */
  choose(column: Column): void;
}

/** Call it in a routed component. */
export function chosenSort<Column extends string>(
  columns: SortableColumns<Column>,
  initial: NoInfer<Column>,
): ChosenSort<Column> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const value = computed(() => readSort(columns, initial, params().get('sort'), params().get('order')));
  return {
    value,
    directionOf: (column) => (value().column === column ? value().direction : null),
    choose: (column) => {
      const queryParams = sortParams(columns, initial, sortAfterClick(columns, value(), column));
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge' });
    },
  };
}
