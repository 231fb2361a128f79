const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Requests, then jobs, that run longer are cut off: the database undoes what they had not finished. */
const PATIENCE_MS = 25_000;
/** One Ctrl-C may arrive twice: from the terminal, and from the process that started this one. */
const SAME_SIGNAL_MS = 2_000;

/** What must be stopped when the product ends, the last started first. */
export class Shutdown {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private begunAt: number | null = null;
  private patienceMs = PATIENCE_MS;

  get hasBegun(): boolean {
    return this.begunAt !== null;
  }

  /** Ends the process in order on the signals that ask for it; at once when one comes again later. */
  listen(): void {
    for (const signal of SIGNALS) process.on(signal, () => this.heed());
  }

  /** @param waitMs that the step takes whatever happens */
  add(step: () => Promise<unknown>, waitMs = 0): void {
    this.steps.unshift(step);
    this.patienceMs += waitMs;
  }

  async exit(code: number): Promise<never> {
    this.begunAt ??= performance.now();
    setTimeout(() => process.exit(1), this.patienceMs).unref();
    for (const step of this.steps) await step().catch(() => undefined);
    process.exit(code);
  }

  private heed(): void {
    if (this.begunAt === null) void this.exit(0);
    else if (performance.now() - this.begunAt > SAME_SIGNAL_MS) process.exit(1);
  }
}
