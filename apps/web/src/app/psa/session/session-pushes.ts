import { inject, Injectable, signal } from '@angular/core';

import type { PsaPushDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { awaited } from '../awaited.js';
import { lookWhile } from '../look-while.js';
import { PsaApi } from '../psa-api.js';

/** One session's pushes, newest first, followed as long as the server does something about them. */
@Injectable()
export class SessionPushes {
  private readonly api = inject(PsaApi);
  private session = '';

  /** Undefined until they are read; kept while they are read anew. */
  readonly items = signal<readonly PsaPushDto[] | undefined>(undefined);
  readonly readAt = signal<Date | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);

  constructor() {
    retryLater(this.problem, () => void this.load(this.session));
    lookWhile(
      () => awaited(this.items() ?? []),
      () => this.load(this.session),
    );
  }

  async load(sessionId: string): Promise<void> {
    if (sessionId !== this.session) this.items.set(undefined);
    this.session = sessionId;
    const asked = new Date();
    try {
      const items = await this.api.pushesOf(sessionId);
      if (sessionId !== this.session) return;
      this.items.set(items);
      this.readAt.set(asked);
      this.problem.set(undefined);
    } catch (error) {
      if (sessionId === this.session) this.problem.set(toProblem(error));
    }
  }

  /** One that was just asked for. */
  add(push: PsaPushDto): void {
    this.items.update((items) => [push, ...(items ?? [])]);
  }
}
