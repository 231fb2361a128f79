import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { CountDto, SessionDto } from '@flowpilot/contracts';

import { PagedList } from '../../core/list/paged-list.js';
import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';

/** The sessions listed, and how many there are in all; kept while one of them is open. */
@Injectable()
export class SessionListStore {
  private readonly http = inject(HttpClient);
  private readonly counted = signal<{ query: string; count: CountDto } | undefined>(undefined);
  private readonly uncounted = signal<ServerProblem | undefined>(undefined);

  readonly list = new PagedList<SessionDto>('/sessions');
  /** Undefined while it is not known. */
  readonly total = computed(() => {
    const counted = this.counted();
    return counted?.query === this.list.query() ? counted?.count : undefined;
  });

  constructor() {
    retryLater(this.uncounted, () => void this.count(this.list.query() ?? ''));
  }

  async show(query: string): Promise<void> {
    await Promise.all([this.list.show(query), this.count(query)]);
  }

  async reload(): Promise<void> {
    await Promise.all([this.list.reload(), this.count(this.list.query() ?? '')]);
  }

  /** A list without its total is still a list. */
  private async count(query: string): Promise<void> {
    this.uncounted.set(undefined);
    try {
      const count = await firstValueFrom(this.http.get<CountDto>(`/sessions/count?${query}`));
      if (query === this.list.query()) this.counted.set({ query, count });
    } catch (error) {
      this.counted.set(undefined);
      this.uncounted.set(toProblem(error));
    }
  }
}
