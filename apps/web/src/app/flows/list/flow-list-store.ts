import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import type { FlowDto, FlowPageDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';

/** The largest page that lists give. */
const PAGE_SIZE = 200;

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
      await this.readPages(() => read === this.reads);
    } catch (error) {
      if (read === this.reads) this.problem.set(toProblem(error));
    }
  }

  private async readPages(isCurrent: () => boolean): Promise<void> {
    const flows: FlowDto[] = [];
    let cursor: string | null = null;
    do {
      const page: FlowPageDto = await this.page(cursor);
      if (!isCurrent()) return;
      flows.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    this.flows.set(flows);
    this.readAt.set(new Date());
  }

  private page(cursor: string | null): Promise<FlowPageDto> {
    const params = { limit: PAGE_SIZE, ...(cursor !== null && { cursor }) };
    return firstValueFrom(this.http.get<FlowPageDto>('/flows', { params }));
  }
}
