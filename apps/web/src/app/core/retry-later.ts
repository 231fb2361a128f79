import { effect, inject, untracked } from '@angular/core';

import { Connection } from './connection.js';
import type { ServerProblem } from './problem.js';

/**
 * Tries again by itself: when the server has said when (429, 503), and as soon as the network is back. Call it where
 * effects may be made; `problem` is a signal's read, undefined while nothing is wrong.
 */
export function retryLater(problem: () => ServerProblem | undefined, retry: () => void): void {
  const { online } = inject(Connection);
  let wasOffline = false;
  effect((onCleanup) => {
    const at = problem()?.retryAt;
    if (at === undefined) return;
    const timer = setTimeout(retry, Math.max(0, at.getTime() - Date.now()));
    onCleanup(() => clearTimeout(timer));
  });
  effect(() => {
    const isBack = online() && wasOffline;
    wasOffline = !online();
    if (isBack && untracked(problem)?.code === 'offline') untracked(retry);
  });
}
