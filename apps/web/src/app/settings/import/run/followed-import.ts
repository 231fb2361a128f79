import { DestroyRef, inject, Injectable, signal } from '@angular/core';

import type { ImportDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../../core/problem.js';
import { retryLater } from '../../../core/retry-later.js';
import { KeptMapping } from '../draft/kept-mapping.js';
import { ImportApi } from '../import-api.js';

const POLL_MS = 500;
const PAUSE_AFTER_FAILURE_MS = 3_000;

/** One import, read again and again until it has ended. */
@Injectable()
export class FollowedImport {
  private readonly api = inject(ImportApi);
  private readonly kept = inject(KeptMapping);
  private id = '';
  private reads = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = signal<ImportDto | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);
  /** Why it was not started or cancelled. */
  readonly refusal = signal<ServerProblem | undefined>(undefined);
  readonly isActing = signal(false);

  constructor() {
    retryLater(this.problem, () => void this.read());
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  follow(id: string): void {
    if (id !== this.id) {
      this.current.set(undefined);
      this.refusal.set(undefined);
    }
    this.id = id;
    void this.read();
  }

  async start(): Promise<void> {
    await this.act(() => this.api.start(this.id));
    if (this.refusal() === undefined) this.kept.forget();
  }

  async cancel(): Promise<void> {
    await this.act(() => this.api.cancel(this.id));
  }

  private async act(action: () => Promise<ImportDto>): Promise<void> {
    if (this.isActing()) return;
    this.isActing.set(true);
    this.refusal.set(undefined);
    try {
      this.current.set(await action());
    } catch (error) {
      this.refusal.set(toProblem(error));
    } finally {
      this.isActing.set(false);
      void this.read();
    }
  }

  private async read(): Promise<void> {
    clearTimeout(this.timer);
    const read = (this.reads += 1);
    this.problem.set(undefined);
    try {
      const current = await this.api.get(this.id);
      if (read !== this.reads) return;
      this.current.set(current);
      this.readAt.set(new Date());
      if (isOpen(current)) this.timer = setTimeout(() => void this.read(), POLL_MS);
    } catch (error) {
      if (read !== this.reads) return;
      const problem = toProblem(error);
      this.problem.set(problem);
      if (this.current() && problem.retryAt === undefined) this.timer = setTimeout(() => void this.read(), PAUSE_AFTER_FAILURE_MS);
    }
  }

  private leave(): void {
    this.reads += 1;
    clearTimeout(this.timer);
  }
}

/** Whether a worker has it, or is to have it. */
export function isOpen({ state }: ImportDto): boolean {
  return state === 'pending' || state === 'running';
}
