import { inject, Injectable } from '@angular/core';

import type { FlowDetailDto } from '@flowpilot/contracts';

import { Toast } from '../../../core/toast.js';
import { DraftHistory } from './draft-history.js';
import { newDraft, type DraftCategory } from './flow-draft.js';
import { FlowSaving } from './flow-saving.js';
import { DraftKeeper } from './kept-draft.js';

/** Begins the editing of a flow: as it is stored, or as it was left when a log-in ended. */
@Injectable()
export class DraftOpening {
  private readonly saving = inject(FlowSaving);
  private readonly history = inject(DraftHistory);
  private readonly keeper = inject(DraftKeeper);
  private readonly toast = inject(Toast);

  open(flow: FlowDetailDto): void {
    const kept = this.keeper.take(flow.id);
    if (kept) this.saving.begin(flow, kept.draft, kept.version);
    else this.saving.begin(flow);
    if (kept) this.sayKept();
  }

  openNew(category: DraftCategory | null): void {
    const kept = this.keeper.take(null);
    const empty = newDraft(category);
    this.history.begin(kept?.draft ?? empty, empty);
    if (kept) this.sayKept();
  }

  keep(): void {
    const draft = this.history.draft();
    this.keeper.keep(this.saving.flow()?.id ?? null, { draft, version: this.saving.version() });
  }

  private sayKept(): void {
    this.toast.say('What you had not saved is back.');
  }
}
