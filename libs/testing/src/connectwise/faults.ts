/** What can go wrong with one request. Whatever was accepted is stored before it hangs, cuts or fails. */
export const FAULT_KINDS = [
  'conflict',
  'rate_limited',
  'server_error_before_storing',
  'server_error_after_storing',
  'hang_before_storing',
  'hang_after_storing',
  'late_storing',
  'cut_before_storing',
  'cut_after_storing',
  'codebase_change',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** `Retry-After` of a 429, in seconds. */
  retryAfterSeconds?: number;
  /** How long a late request waits before it is stored, whether or not its sender still listens. */
  delayMs?: number;
}

/** Faults that make sense for a request that stores nothing. */
const READ_FAULTS: readonly FaultKind[] = ['rate_limited', 'server_error_before_storing', 'cut_before_storing', 'codebase_change'];

export interface RandomFaults {
  /** 0 to 1: the share of requests that fail. */
  rate: number;
  /** 0 (inclusive) to 1: the source of chance, seeded by the caller. */
  random(): number;
  delayMs: number;
}

/** Decides which request meets which fault: first those that a spec has queued, then chance. */
export class FaultPlan {
  private readonly queued: Fault[] = [];
  private chance: RandomFaults | undefined;
  /** How often each kind was met. */
  readonly met = new Map<FaultKind, number>();

  /** The next writes meet these, in order. */
  queue(...faults: (Fault | FaultKind)[]): void {
    this.queued.push(...faults.map((fault) => (typeof fault === 'string' ? { kind: fault } : fault)));
  }

  /** Forgets what is queued and has not been met. */
  clear(): void {
    this.queued.length = 0;
  }

  /** From now on any request may fail; none does again after `undefined`. */
  atRandom(chance: RandomFaults | undefined): void {
    this.chance = chance;
  }

  take(writes: boolean): Fault | undefined {
    const fault = (writes ? this.queued.shift() : undefined) ?? this.draw(writes);
    if (fault) this.met.set(fault.kind, (this.met.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  private draw(writes: boolean): Fault | undefined {
    const { chance } = this;
    if (!chance || chance.random() >= chance.rate) return undefined;
    const kinds = writes ? FAULT_KINDS : READ_FAULTS;
    const kind = kinds[Math.floor(chance.random() * kinds.length)];
    return kind && { kind, retryAfterSeconds: 1, delayMs: chance.delayMs };
  }
}
