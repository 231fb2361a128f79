import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Explain } from '../../ui/explain/explain.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { Icon } from '../../ui/icon.js';
import { HoursField } from './hours-field.js';
import type { ExplainedUnlogged } from './unlogged-explanations.js';
import type { UnloggedRow } from './unlogged-row.js';

/** Sessions without a time entry: the hours to correct, a click to log them, a mark to log several. */
@Component({
  selector: 'fp-unlogged-table',
  imports: [Explain, HoursField, Icon, RouterLink],
  templateUrl: './unlogged-table.html',
  styleUrl: './unlogged-table.css',
})
export class UnloggedTable {
  readonly rows = input.required<readonly UnloggedRow[]>();
  readonly explanations = input.required<Record<ExplainedUnlogged, Explanation>>();
  readonly hoursChanged = output<{ id: string; hours: number | undefined }>();
  readonly selected = output<{ ids: readonly string[]; on: boolean }>();
  readonly log = output<UnloggedRow>();

  private readonly open = computed(() => this.rows().filter(({ canLog }) => canLog));
  protected readonly all = computed(() => this.open().length > 0 && this.open().every(({ selected }) => selected));
  protected readonly some = computed(() => !this.all() && this.open().some(({ selected }) => selected));

  protected selectAll(on: boolean): void {
    this.selected.emit({ ids: this.open().map(({ id }) => id), on });
  }

  protected logOne(row: UnloggedRow): void {
    if (row.canLog && row.hours !== undefined) this.log.emit(row);
  }
}
