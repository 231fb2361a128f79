const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Requests and jobs that run longer are cut off: the database undoes what they had not finished. */
const PATIENCE_MS = 15_000;

/** What must be stopped when the product ends, the last started first. */
export class Shutdown {
  private readonly steps: (() => Promise<unknown>)[] = [];
  hasBegun = false;

  /** Ends the process in order on the signals that ask for it; at once when one comes again. */
  listen(): void {
    for (const signal of SIGNALS) process.on(signal, () => void (this.hasBegun ? process.exit(1) : this.exit(0)));
  }

  add(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  async exit(code: number): Promise<never> {
    this.hasBegun = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    for (const step of this.steps) await step().catch(() => undefined);
    process.exit(code);
  }
}
