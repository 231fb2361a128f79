/** So long a read at work is waited for: one that never ends must not end all that come after it. */
const PATIENCE_MS = 10_000;
/** Those who shared a read are expected back so long. */
const EXPECTED_MS = 100;
/** They are waited for at most as long as their read took, which else those who come later would wait for; and no longer than this. */
const GATHERING_LIMIT_MS = 50;

/** A read that has not begun. */
interface NextRead {
  answer: Promise<unknown>;
  asked: number;
}

/** A read that several shared. */
interface Crowd {
  size: number;
  tookMs: number;
  /** Ends the wait for it: as many are here. */
  isHere: () => void;
}

/**
 * Reads that are the same share one, but only one that has not begun when they ask: so each sees whatever was written
 * before it asked, and a burst of them costs one read at a time. Those who ask again and again are kept together: else one
 * of them reads alone while all the others wait, and then they while the one waits.
 */
export class SharedReads {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly next = new Map<string, NextRead>();
  private readonly crowds = new Map<string, Crowd>();

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** @param key what makes reads the same; `read` is called once for all who share it */
  share<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const next = this.next.get(key);
    if (next) {
      next.asked += 1;
      const crowd = this.crowds.get(key);
      if (crowd && next.asked >= crowd.size) crowd.isHere();
      return next.answer as Promise<Answer>; // The same key is always of the same kind of answer.
    }
    if (!this.running.has(key) && !this.crowds.has(key)) return this.begin(key, read);
    const answer = this.later(key, read);
    this.next.set(key, { answer, asked: 1 });
    return answer;
  }

  private async later<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
    await endOrLimit(this.running.get(key), this.patienceMs);
    await this.gathered(key);
    const asked = this.next.get(key)?.asked ?? 1;
    this.next.delete(key);
    const began = performance.now();
    try {
      return await this.begin(key, read);
    } finally {
      this.expect(key, asked, performance.now() - began);
    }
  }

  private async gathered(key: string): Promise<void> {
    const crowd = this.crowds.get(key);
    const asked = this.next.get(key)?.asked ?? 0;
    if (!crowd || asked >= crowd.size) return;
    const here = new Promise<void>((resolve) => {
      crowd.isHere = resolve;
    });
    await endOrLimit(here, Math.min(crowd.tookMs, GATHERING_LIMIT_MS));
  }

  private expect(key: string, size: number, tookMs: number): void {
    if (size < 2) {
      this.crowds.delete(key);
      return;
    }
    const crowd = { size, tookMs, isHere: () => undefined };
    this.crowds.set(key, crowd);
    setTimeout(() => this.crowds.get(key) === crowd && this.crowds.delete(key), EXPECTED_MS).unref();
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

/** Waits for the end of `work`, however it ends, or so long. The timer is held no longer. */
function endOrLimit(work: Promise<unknown> | undefined, limitMs: number): Promise<void> {
  if (work === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs).unref();
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}
