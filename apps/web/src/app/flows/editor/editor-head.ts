import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink, type UrlTree } from '@angular/router';

import { Icon } from '../../ui/icon.js';
import { DraftHistory } from './draft/draft-history.js';
import { FlowSaving } from './draft/flow-saving.js';
import { EditorMode } from './editor-mode.js';

/** The head of the editor: where it stands, what it edits, and what becomes of the changes. */
@Component({
  selector: 'fp-editor-head',
  imports: [Icon, RouterLink],
  templateUrl: './editor-head.html',
  styleUrl: './editor-head.css',
  host: { class: 'top', role: 'banner' },
})
export class EditorHead {
  /** Or one that is there, once it is loaded. */
  readonly isNew = input.required<boolean>();
  /** The page that a new flow goes back to. */
  readonly back = input.required<UrlTree>();
  readonly save = output();
  readonly versions = output();

  protected readonly history = inject(DraftHistory);
  protected readonly saving = inject(FlowSaving);
  protected readonly readOnly = inject(EditorMode).readOnly;

  protected readonly flow = this.saving.flow;
  protected readonly heading = computed(() => this.flow()?.name ?? (this.isNew() ? 'Create flow' : 'Flow'));
  protected readonly place = computed(() => {
    const flow = this.flow();
    if (flow === undefined) return this.isNew() ? 'New flow' : '';
    return flow.category ?? 'No category';
  });
  protected readonly saveWord = computed(() => {
    if (this.flow() === undefined) return this.saving.busy() ? 'Creating …' : 'Create flow';
    return this.saving.busy() ? 'Saving …' : 'Save';
  });
}
