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
  /** Tells a read that another has begun meanwhile: its answer is older, however late it comes. */
  private reads = 0;

  /** Undefined until it is there; kept while it is read anew. */
  readonly items = signal<readonly Item[] | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);

  constructor(private readonly path: string) {
    retryLater(this.problem, () => void this.load());
    void this.load();
  }

  async load(): Promise<void> {
    const read = (this.reads += 1);
    this.problem.set(undefined);
    try {
      const items = await everyRow<Item>(this.http, this.path);
      if (read !== this.reads) return;
      this.items.set(items);
      this.readAt.set(new Date());
    } catch (error) {
      if (read === this.reads) this.problem.set(toProblem(error));
    }
  }
}
