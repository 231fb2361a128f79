import { HttpClient } from '@angular/common/http';
import { inject, signal } from '@angular/core';

import { everyRow } from '../core/list/pages.js';
import { type ServerProblem, toProblem } from '../core/problem.js';
import { retryLater } from '../core/retry-later.js';

/** A list of the API from its first to its last row, for lists that people keep short. Call it where `inject` may be. */
export function wholeList<Item>(path: string): WholeList<Item> {
  return new WholeList<Item>(path);
}

export class WholeList<Item> {
  private readonly http = inject(HttpClient);

  /** Undefined until it is there; kept while it is read anew. */
  readonly items = signal<readonly Item[] | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);

  constructor(private readonly path: string) {
    retryLater(this.problem, () => void this.load());
    void this.load();
  }

  async load(): Promise<void> {
    this.problem.set(undefined);
    try {
      this.items.set(await everyRow<Item>(this.http, this.path));
      this.readAt.set(new Date());
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
