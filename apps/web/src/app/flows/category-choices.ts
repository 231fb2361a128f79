import { computed, inject, resource, type Signal } from '@angular/core';

import { FlowCategories } from './flow-categories.js';
import type { CategoryChoice } from './flow-fields.js';

export interface CategoryChoices {
  readonly list: Signal<readonly CategoryChoice[]>;
  readonly failed: Signal<boolean>;
}

/** The account's categories as choices; loads when the page that calls this opens. */
export function categoryChoices(): CategoryChoices {
  const categories = inject(FlowCategories);
  const all = resource({ loader: () => categories.all() });
  return {
    list: computed(() => (all.hasValue() ? all.value().map(({ id, name }) => ({ id, label: name })) : [])),
    failed: computed(() => all.error() !== undefined),
  };
}
