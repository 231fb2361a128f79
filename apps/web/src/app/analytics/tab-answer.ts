import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, linkedSignal, signal, untracked } from '@angular/core';

import type { WindowDto } from '@flowpilot/contracts';

import { LastWrite } from '../core/last-write.js';
import { toProblem } from '../core/problem.js';
import { retryLater } from '../core/retry-later.js';
import { ChosenPeriod } from './period.js';
import { ShownAnswer } from './shown-answer.js';

/** Figures older than this, or than the person's last change, are fetched anew when their tab is opened again. */
const FRESH_MS = 5 * 60_000;

interface Answered<T> {
  readonly figures: T;
  readonly url: string | undefined;
  readonly at: Date;
}

/**
 * Figures under a path of the API, for the chosen period; `compared` when those of the window before stand beside them.
 * Call it in a store that is provided on the parent route.
 */
export function tabAnswer<T extends { window: WindowDto }>(path: string, { compared = false } = {}): TabAnswer<T> {
  return new TabAnswer<T>(path, compared);
}

/** What a tab shows: figures of the chosen period, kept while the tab is hidden. */
export class TabAnswer<T extends { window: WindowDto }> {
  private readonly period = inject(ChosenPeriod);
  private readonly shown = inject(ShownAnswer);
  private readonly lastWrite = inject(LastWrite);
  private readonly visible = signal(false);

  /** A hidden tab keeps the request it last made, so coming back to it with the same period asks nothing. */
  private readonly url = linkedSignal<string | undefined, string | undefined>({
    source: () => (this.visible() ? `${this.path}?${this.period.query()}` : undefined),
    computation: (wanted, previous) => wanted ?? previous?.value,
  });
  private readonly resource = httpResource<T>(() => this.url());
  private readonly answered = linkedSignal<T | undefined, Answered<T> | undefined>({
    source: () => (this.resource.hasValue() ? this.resource.value() : undefined),
    computation: (figures, previous) =>
      figures === undefined ? previous?.value : { figures, url: untracked(this.url), at: new Date() },
  });
  /** Of the last request, whether or not there is something to show. */
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error && toProblem(error);
  });

  /** The last good figures; while a new period loads, still those of the old one (`pending` is true then). */
  readonly figures = computed(() => this.answered()?.figures);
  /** The figures shown are not those of the chosen period, or there are none yet. */
  readonly pending = computed(() => this.answered() === undefined || this.answered()?.url !== this.url());
  /** Why there is nothing to show for the chosen period. */
  readonly problem = computed(() => (this.pending() ? this.failure() : undefined));
  /** When the figures shown were fetched, if a later refresh has failed. */
  readonly staleSince = computed(() => (this.failure() && !this.pending() ? this.answered()?.at : undefined));

  constructor(
    private readonly path: string,
    readonly compared: boolean,
  ) {
    // Signals are lazy: unread, the figures would be gone by the time the next ones are asked for.
    effect(() => {
      this.answered();
    });
    retryLater(() => (this.visible() ? this.failure() : undefined), () => this.reload());
  }

  reload(): void {
    this.resource.reload();
  }

  /** Loads, and follows the period, until the tab that calls this from its constructor is left. */
  showInTab(): void {
    this.visible.set(true);
    this.shown.set(this);
    const at = untracked(this.answered)?.at;
    if (at !== undefined && this.isOld(at)) this.reload();
    inject(DestroyRef).onDestroy(() => this.visible.set(false));
  }

  private isOld(at: Date): boolean {
    return Date.now() - at.getTime() > FRESH_MS || this.lastWrite.isAfter(at);
  }
}
