/** One account's turn to have pushes claimed. */
export interface Turn {
  accountId: string;
  /** At most so many. */
  limit: number;
}

/**
 * Accounts with pushes that are due, served in turn. None holds more than half of the slots, so that a PSA that is
 * slow, or held to a pace, leaves room for the others.
 */
export class DueAccounts {
  /** In the order in which they are served. */
  private readonly waiting = new Set<string>();
  private readonly held = new Map<string, number>();
  private readonly most: number;

  constructor(slots: number) {
    this.most = Math.ceil(slots / 2);
  }

  /** Behind those that wait already; one that waits keeps its place. */
  add(accountId: string): void {
    this.waiting.add(accountId);
  }

  /** Takes the first account that may hold more slots from those that wait, and shares the free ones out. */
  next(free: number): Turn | undefined {
    if (free === 0) return undefined;
    for (const accountId of this.waiting) {
      const room = this.most - (this.held.get(accountId) ?? 0);
      if (room <= 0) continue;
      this.waiting.delete(accountId);
      return { accountId, limit: Math.min(room, Math.ceil(free / (this.waiting.size + 1))) };
    }
    return undefined;
  }

  hold(accountId: string): void {
    this.held.set(accountId, (this.held.get(accountId) ?? 0) + 1);
  }

  /** Gives a slot back. The next push of its session may be free now: the account waits again, behind the others. */
  release(accountId: string): void {
    const left = (this.held.get(accountId) ?? 0) - 1;
    if (left > 0) this.held.set(accountId, left);
    else this.held.delete(accountId);
    this.waiting.delete(accountId);
    this.waiting.add(accountId);
  }
}
