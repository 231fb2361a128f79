import { computed, Injectable, signal } from '@angular/core';

import type { FlowStep } from '@flowpilot/metrics';

import { type FlowDraft, newDraft, sameDraft } from './flow-draft.js';
import { changed, historyOf, redone, undone } from './history.js';

/** The draft on the page, what it was before, and what is stored of it. */
@Injectable()
export class DraftHistory {
  private readonly history = signal(historyOf(newDraft()));
  private readonly stored = signal(newDraft());

  readonly draft = computed(() => this.history().present);
  readonly steps = computed(() => this.draft().steps);
  readonly canUndo = computed(() => this.history().past.length > 0);
  readonly canRedo = computed(() => this.history().future.length > 0);
  /** Whether the draft says something else than what is stored. */
  readonly dirty = computed(() => !sameDraft(this.draft(), this.stored()));
  readonly storedDraft = this.stored.asReadonly();

  /** Takes up a draft to edit; `stored` is what the server has, if it is another. */
  begin(draft: FlowDraft, stored = draft): void {
    this.history.set(historyOf(draft));
    this.stored.set(stored);
  }

  /** What was sent is stored now, as the server spells it; what was typed meanwhile stays, and so does the way back. */
  saved(sent: FlowDraft, stored: FlowDraft): void {
    this.stored.set(stored);
    if (this.draft() === sent) this.amend(stored);
  }

  /** Something else is stored now. */
  rebase(stored: FlowDraft): void {
    this.stored.set(stored);
  }

  /** Changes the draft in a way that nobody would undo. */
  amend(part: Partial<FlowDraft>): void {
    this.history.update((history) => ({ ...history, present: { ...history.present, ...part } }));
  }

  /** Changes of one `run` are undone together. */
  change(part: Partial<FlowDraft>, run: string | null = null): void {
    this.history.update((history) => changed(history, { ...history.present, ...part }, run));
  }

  /** As `change`; steps that come back as they were are no change. */
  changeSteps(edit: (steps: readonly FlowStep[]) => readonly FlowStep[], run: string | null = null): void {
    const steps = edit(this.steps());
    if (steps !== this.steps()) this.change({ steps }, run);
  }

  undo(): void {
    this.history.update(undone);
  }

  redo(): void {
    this.history.update(redone);
  }

  /** Back to what is stored; the way back here stays open. */
  discard(): void {
    this.change(this.stored());
  }
}
