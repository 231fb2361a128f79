import { inject, Injectable, signal } from '@angular/core';

import type { ImportDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../../core/problem.js';
import { retryLater } from '../../../core/retry-later.js';
import { ImportApi } from '../import-api.js';

/** The imports of the account, the newest first, page by page. */
@Injectable()
export class PastImportsStore {
  private readonly api = inject(ImportApi);
  private cursor: string | null = null;
  private before: readonly ImportDto[] = [];

  /** Undefined until the first page is there. */
  readonly imports = signal<readonly ImportDto[] | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);
  readonly hasMore = signal(false);

  constructor() {
    retryLater(this.problem, () => void this.read(this.before));
  }

  async load(): Promise<void> {
    this.cursor = null;
    await this.read([]);
  }

  async more(): Promise<void> {
    await this.read(this.imports() ?? []);
  }

  private async read(before: readonly ImportDto[]): Promise<void> {
    this.before = before;
    this.problem.set(undefined);
    try {
      const page = await this.api.list(this.cursor);
      this.cursor = page.next_cursor;
      this.imports.set([...before, ...page.items]);
      this.hasMore.set(page.next_cursor !== null);
    } catch (error) {
      this.problem.set(toProblem(error));
    }
  }
}
