import { setTimeout as sleep } from 'node:timers/promises';

/** Spaces the requests of one connection in this process evenly, up to so many a minute. */
export class RequestPace {
  private next = 0;
  private readonly gapMs: number;

  constructor(requestsPerMinute: number | null) {
    this.gapMs = requestsPerMinute === null ? 0 : 60_000 / requestsPerMinute;
  }

  async turn(): Promise<void> {
    if (this.gapMs === 0) return;
    const now = performance.now();
    const at = Math.max(now, this.next);
    this.next = at + this.gapMs;
    if (at > now) await sleep(at - now);
  }
}
