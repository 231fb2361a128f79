import { computed, Injectable, type Signal, signal } from '@angular/core';

import type { WindowDto } from '@flowpilot/contracts';

interface Answer {
  readonly figures: Signal<{ window: WindowDto } | undefined>;
  /** Whether figures of the window before stand beside them. */
  readonly compared: boolean;
  reload(): void;
}

/** The answer of the tab in view, for what the frame shows of it: its window, and the way to refresh it. */
@Injectable()
export class ShownAnswer {
  private readonly answer = signal<Answer | undefined>(undefined);

  readonly window = computed(() => this.answer()?.figures()?.window);
  readonly compared = computed(() => this.answer()?.compared ?? false);

  set(answer: Answer): void {
    this.answer.set(answer);
  }

  reload(): void {
    this.answer()?.reload();
  }
}
