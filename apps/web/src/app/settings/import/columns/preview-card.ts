import { Component, computed, inject } from '@angular/core';

import { Card } from '../../../ui/card/card.js';
import { counted } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { ImportDraft } from '../draft/import-draft.js';
import { previewRow } from './preview-rows.js';

/** The first rows of the file as they would be stored. */
@Component({
  selector: 'fp-preview-card',
  imports: [Card, EmptyState, Icon],
  templateUrl: './preview-card.html',
  styleUrl: './preview-card.css',
})
export class PreviewCard {
  private readonly store = inject(ImportDraft);

  protected readonly timeZone = computed(() => this.store.preview()?.time_zone ?? 'UTC');
  protected readonly rows = computed(() => {
    // What was shown for another choice of the required columns says nothing.
    const rows = this.store.absent().length > 0 ? [] : (this.store.preview()?.rows ?? []);
    return rows.map((row) => previewRow(row, this.timeZone()));
  });
  protected readonly note = computed(() => `First ${counted(this.rows().length, 'row')} as they will be stored, times in ${this.timeZone()}`);
  protected readonly isWaiting = this.store.isPreviewing;
}
