import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, linkedSignal, type Signal, signal, untracked } from '@angular/core';

import type { WindowDto } from '@flowpilot/contracts';

import { LastWrite } from '../core/last-write.js';
import { type ServerProblem, toProblem } from '../core/problem.js';
import { ChosenPeriod } from './period.js';
import { ShownAnswer } from './shown-answer.js';

/** Figures older than this, or than the person's last change, are fetched anew when their tab is opened again. */
const FRESH_MS = 5 * 60_000;

/** What a tab shows: figures of the chosen period, kept while the tab is hidden. */
export interface TabAnswer<T> {
  /** The last good figures; while a new period loads, still those of the old one (`pending` is true then). */
  readonly figures: Signal<T | undefined>;
  /** Why there is nothing to show for the chosen period. */
  readonly problem: Signal<ServerProblem | undefined>;
  /** When the figures shown were fetched, if a later refresh has failed. */
  readonly staleSince: Signal<Date | undefined>;
  /** The figures shown are not those of the chosen period, or there are none yet. */
  readonly pending: Signal<boolean>;
  reload(): void;
  /** Loads, and follows the period, until the tab that calls this from its constructor is left. */
  showInTab(): void;
}

interface Answered<T> {
  readonly figures: T;
  readonly url: string | undefined;
  readonly at: Date;
}

/** Figures under a path of the API, for the chosen period. Call it in a store that is provided on the parent route. */
export function tabAnswer<T extends { window: WindowDto }>(path: string): TabAnswer<T> {
  const period = inject(ChosenPeriod);
  const shownAnswer = inject(ShownAnswer);
  const lastWrite = inject(LastWrite);
  const visible = signal(false);
  // A hidden tab keeps the request it last made, so coming back to it with the same period asks nothing.
  const url = linkedSignal<string | undefined, string | undefined>({
    source: () => (visible() ? `${path}?period=${period.value()}` : undefined),
    computation: (wanted, previous) => wanted ?? previous?.value,
  });
  const resource = httpResource<T>(() => url());
  const answered = linkedSignal<T | undefined, Answered<T> | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (figures, previous) =>
      figures === undefined ? previous?.value : { figures, url: untracked(url), at: new Date() },
  });
  const isCurrent = computed(() => answered()?.url === url());
  const failure = computed(() => {
    const error = resource.error();
    return error === undefined ? undefined : toProblem(error);
  });

  effect((onCleanup) => {
    const at = failure()?.retryAt;
    if (at === undefined || !visible()) return;
    const timer = setTimeout(() => resource.reload(), Math.max(0, at.getTime() - Date.now()));
    onCleanup(() => clearTimeout(timer));
  });

  const answer: TabAnswer<T> = {
    figures: computed(() => answered()?.figures),
    problem: computed(() => (isCurrent() && answered() ? undefined : failure())),
    staleSince: computed(() => (isCurrent() && failure() ? answered()?.at : undefined)),
    pending: computed(() => answered() === undefined || !isCurrent()),
    reload: () => void resource.reload(),
    showInTab: () => {
      visible.set(true);
      shownAnswer.set(answer);
      const at = untracked(answered)?.at;
      if (at !== undefined && (Date.now() - at.getTime() > FRESH_MS || lastWrite.isAfter(at))) resource.reload();
      inject(DestroyRef).onDestroy(() => visible.set(false));
    },
  };
  return answer;
}
