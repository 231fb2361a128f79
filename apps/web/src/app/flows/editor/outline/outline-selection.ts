import { computed, inject, Injectable, linkedSignal } from '@angular/core';

import { DraftHistory } from '../draft/draft-history.js';
import { type OutlineLine, outlineLines } from './outline-lines.js';
import { lineAfterMove, lineInstead, type MoveKey } from './outline-moves.js';

interface Choice {
  readonly lines: readonly OutlineLine[];
  readonly key: string | null;
}

/** The lines of the draft's outline, the one that is selected, and whether its form is open. */
@Injectable()
export class OutlineSelection {
  private readonly history = inject(DraftHistory);

  readonly lines = computed(() => outlineLines(this.history.steps()));
  /** When the selected line is gone, its neighbour is selected. */
  private readonly choice = linkedSignal<readonly OutlineLine[], Choice>({
    source: this.lines,
    computation: (lines, previous) => {
      const key = previous?.value.key ?? null;
      const kept = lines.some((line) => line.key === key);
      return { lines, key: kept ? key : lineInstead(previous?.value.lines ?? [], lines, key) };
    },
  });
  /** Null only without lines. */
  readonly key = computed(() => this.choice().key);
  readonly line = computed(() => this.lines().find((line) => line.key === this.key()) ?? null);
  /** Another selection closes the form. */
  private readonly formOpen = linkedSignal({ source: this.key, computation: () => false });
  /** Key of the line whose form is open; a reference has none. */
  readonly openKey = computed(() => (this.formOpen() && this.line()?.kind !== 'reference' ? this.key() : null));

  select(key: string): void {
    this.choice.update(({ lines }) => ({ lines, key }));
  }

  move(key: MoveKey): void {
    const from = this.lines().findIndex((line) => line.key === this.key());
    const to = this.lines()[lineAfterMove(this.lines(), from, key)];
    if (to) this.select(to.key);
  }

  open(key: string): void {
    this.select(key);
    this.formOpen.set(true);
  }

  close(): void {
    this.formOpen.set(false);
  }
}
