import { computed, DOCUMENT, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map } from 'rxjs';

const FIRST_MS = 1_000;
const GROWTH = 1.5;
const LONGEST_WAIT_MS = 15_000;
/** Without any change: whoever is still there then can ask for it. */
const ENOUGH_MS = 10 * 60_000;

/**
 * Looks again and again while there is something to wait for: soon at first, then ever more rarely, never while the page is
 * hidden, and at most ten minutes without a change. Call it where `inject` may be.
 *
 * @param awaited what is waited for; undefined when nothing is; another value begins anew
 */
export function lookWhile(awaited: () => string | undefined, look: () => Promise<void>): void {
  const document = inject(DOCUMENT);
  const visible = toSignal(fromEvent(document, 'visibilitychange').pipe(map(() => !document.hidden)), {
    initialValue: !document.hidden,
  });
  const watched = computed(() => (visible() ? awaited() : undefined));
  effect((onCleanup) => {
    if (watched() !== undefined) onCleanup(repeat(look));
  });
}

/** Begins to look; the answer ends it. */
function repeat(look: () => Promise<void>): () => void {
  const until = Date.now() + ENOUGH_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const after = (wait: number) => {
    timer = setTimeout(() => {
      void look().finally(() => {
        if (!ended && Date.now() < until) after(Math.min(wait * GROWTH, LONGEST_WAIT_MS));
      });
    }, wait);
  };
  after(FIRST_MS);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
