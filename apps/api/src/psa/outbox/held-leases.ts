import { Logger } from '@nestjs/common';

import type { Database } from '../../database/database.js';
import { type ClaimedPush, renewLease } from './push-claims.query.js';

/** Renewed so often within its length, a lease survives a renewal that fails. */
const RENEWALS = 3;

/**
 * Keeps the claims of this process for as long as it works on their pushes: a connection's pace or a long look-up may
 * hold a push back for longer than a lease. When the process dies, the leases run out.
 */
export class HeldLeases {
  private readonly logger = new Logger('psa');
  private readonly pushes = new Set<ClaimedPush>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly leaseMs: number,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.renew(), this.leaseMs / RENEWALS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.pushes.clear();
  }

  hold(push: ClaimedPush): void {
    this.pushes.add(push);
  }

  release(push: ClaimedPush): void {
    this.pushes.delete(push);
  }

  private async renew(): Promise<void> {
    try {
      for (const push of this.pushes) await renewLease(this.database, push, this.leaseMs);
    } catch (error) {
      this.logger.error(error, 'leases of the outbox could not be renewed');
    }
  }
}
