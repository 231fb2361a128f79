import { setTimeout as sleep } from 'node:timers/promises';

/** So long a read at work is waited for: one that never ends must not end all that come after it. */
const PATIENCE_MS = 10_000;

/**
 * Reads that are the same share one, but only one that has not begun when they ask: so each sees whatever was written
 * before it asked, and a burst of them costs one read at a time.
 */
export class SharedReads {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly waiting = new Map<string, Promise<unknown>>();

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** @param key what makes reads the same; `read` is called once for all who share it */
  share<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const running = this.running.get(key);
    if (running === undefined) return this.begin(key, read);
    // The same key is always of the same kind of answer.
    const waiting = (this.waiting.get(key) as Promise<Answer> | undefined) ?? this.after(running, key, read);
    this.waiting.set(key, waiting);
    return waiting;
  }

  private async after<Answer>(running: Promise<unknown>, key: string, read: () => Promise<Answer>): Promise<Answer> {
    await Promise.race([Promise.allSettled([running]), sleep(this.patienceMs, undefined, { ref: false })]);
    this.waiting.delete(key);
    return this.begin(key, read);
  }

  private async begin<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const reading = read();
    this.running.set(key, reading);
    try {
      return await reading;
    } finally {
      if (this.running.get(key) === reading) this.running.delete(key);
    }
  }
}
