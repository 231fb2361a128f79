import { Component, computed, inject } from '@angular/core';

import { Session } from '../../../core/session/session.js';
import { Card } from '../../../ui/card/card.js';
import { Icon } from '../../../ui/icon.js';
import { columnRows, mappedNote } from '../draft/column-rows.js';
import { ImportDraft } from '../draft/import-draft.js';
import { SERVICENOW_COLUMNS, TARGET_NAMES } from '../draft/target-names.js';
import { BuiltInColumns } from './built-in-columns.js';
import { type ColumnChoice, ColumnTable } from './column-table.js';
import { ReadingOptions } from './reading-options.js';

/** What becomes of the columns of the chosen file. */
@Component({
  selector: 'fp-mapping-card',
  imports: [BuiltInColumns, Card, ColumnTable, Icon, ReadingOptions],
  templateUrl: './mapping-card.html',
  styles: ':host { display: grid; grid-template-columns: minmax(0, 1fr); } .absent { margin: 0 var(--s-4) 12px; } @media (max-width: 720px) { .absent { margin: 0 var(--s-3) 12px; } }',
})
export class MappingCard {
  protected readonly store = inject(ImportDraft);
  private readonly user = inject(Session).user;

  protected readonly draft = this.store.draft;
  protected readonly isBuiltIn = computed(() => this.draft()?.format === 'servicenow');
  protected readonly timeZone = computed(() => this.store.preview()?.time_zone ?? this.user()?.account?.time_zone ?? 'UTC');
  protected readonly rows = computed(() => {
    const [preview, draft] = [this.store.preview(), this.draft()];
    return preview && draft ? columnRows(preview, draft) : [];
  });
  protected readonly note = computed(() => (this.isBuiltIn() ? 'Its columns are known' : mappedNote(this.rows())));
  protected readonly mayBeServiceNow = computed(() =>
    SERVICENOW_COLUMNS.every(({ column }) => this.store.heading().includes(column)),
  );
  protected readonly absentNames = computed(() => this.store.absent().map((target) => TARGET_NAMES[target]).join(' and '));

  protected choose({ column, target }: ColumnChoice): void {
    const others = Object.entries(this.draft()?.targets ?? {}).filter(([name]) => name !== column);
    this.store.change({ targets: Object.fromEntries(target === undefined ? others : [...others, [column, target]]) });
  }

  protected switchFormat(): void {
    this.store.change({ format: this.isBuiltIn() ? 'csv' : 'servicenow' });
  }
}
