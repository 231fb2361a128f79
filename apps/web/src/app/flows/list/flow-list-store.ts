import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';

import type { FlowDto } from '@flowpilot/contracts';

import { everyRow } from '../../core/list/pages.js';
import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';

/** All flows of the account; what was read before shows until it is read anew. */
@Injectable()
export class FlowListStore {
  private readonly http = inject(HttpClient);
  /** Tells a read that another has begun meanwhile. */
  private reads = 0;

  /** Undefined until all are there: a part of them would count, sort and search wrong. */
  readonly flows = signal<readonly FlowDto[] | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);

  constructor() {
    retryLater(this.problem, () => void this.load());
  }

  async load(): Promise<void> {
    const read = (this.reads += 1);
    this.problem.set(undefined);
    try {
      const flows = await everyRow<FlowDto>(this.http, '/flows');
      if (read !== this.reads) return;
      this.flows.set(flows);
      this.readAt.set(new Date());
    } catch (error) {
      if (read === this.reads) this.problem.set(toProblem(error));
    }
  }
}
