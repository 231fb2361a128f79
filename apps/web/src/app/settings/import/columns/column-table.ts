import { Component, input, output, signal } from '@angular/core';

import { IMPORT_TARGETS, type ImportTarget, REQUIRED_IMPORT_TARGETS } from '@flowpilot/metrics';

import { Icon } from '../../../ui/icon.js';
import type { ColumnRow } from '../draft/column-rows.js';
import type { DraftWords } from '../draft/mapping-draft.js';
import { TARGET_NAMES } from '../draft/target-names.js';
import { WordMap } from './word-map.js';

export interface ColumnChoice {
  readonly column: string;
  /** Undefined: not imported. */
  readonly target: ImportTarget | undefined;
}

const REQUIRED: readonly ImportTarget[] = REQUIRED_IMPORT_TARGETS;

/** Each column of the file, its first value, and what it becomes. */
@Component({
  selector: 'fp-column-table',
  imports: [Icon, WordMap],
  templateUrl: './column-table.html',
  styleUrl: './column-table.css',
})
export class ColumnTable {
  readonly rows = input.required<readonly ColumnRow[]>();
  readonly words = input.required<DraftWords>();
  readonly readOnly = input(false);
  readonly chosen = output<ColumnChoice>();
  readonly worded = output<DraftWords>();

  protected readonly targets = IMPORT_TARGETS.map((target) => ({
    target,
    name: TARGET_NAMES[target],
    required: REQUIRED.includes(target),
  }));
  /** The column whose words are shown. */
  protected readonly opened = signal<string | null>(null);

  protected choose(column: string, value: string): void {
    this.chosen.emit({ column, target: IMPORT_TARGETS.find((target) => target === value) });
  }

  protected toggle(column: string): void {
    this.opened.update((opened) => (opened === column ? null : column));
  }
}
