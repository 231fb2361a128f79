import { inject, Injectable, signal } from '@angular/core';

import type { SessionDto, SessionTimelineDto } from '@flowpilot/contracts';

import { type ServerProblem, toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { SessionApi } from '../session-api.js';

/** One session and its timeline. */
@Injectable()
export class SessionStore {
  private readonly api = inject(SessionApi);
  private reads = 0;
  private id = '';

  /** Undefined until both are read. */
  readonly read = signal<{ session: SessionDto; timeline: SessionTimelineDto } | undefined>(undefined);
  /** When what is read was asked for. */
  readonly readAt = signal<Date | undefined>(undefined);
  readonly problem = signal<ServerProblem | undefined>(undefined);

  constructor() {
    retryLater(this.problem, () => void this.load(this.id));
  }

  /** Reads anew; what is shown of the same session stays until then. */
  async load(id: string): Promise<void> {
    const read = (this.reads += 1);
    this.id = id;
    this.problem.set(undefined);
    if (this.read()?.session.id !== id) this.read.set(undefined);
    const asked = new Date();
    try {
      const [session, timeline] = await Promise.all([this.api.get(id), this.api.timeline(id)]);
      if (read !== this.reads) return;
      this.read.set({ session, timeline });
      this.readAt.set(asked);
    } catch (error) {
      if (read === this.reads) this.problem.set(toProblem(error));
    }
  }

  /** Takes over an answer at once; the timeline follows. */
  async changed(session: SessionDto): Promise<void> {
    const known = this.read();
    if (known !== undefined) this.read.set({ ...known, session });
    await this.load(session.id);
  }
}
