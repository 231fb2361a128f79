import { v7 as uuidv7 } from 'uuid';

import { Scenario } from '@flowpilot/testing';

import { CoverageService } from '../src/coverage/index.js';
import type { Database } from '../src/database/database.js';
import { RolledCounts } from '../src/rollups/index.js';
import { windowAt } from './account-window.js';

/** Accounts whose sessions are rolled up, and what tells that from reading the sessions. */
export class RolledAccounts {
  constructor(
    private readonly database: Database,
    private readonly now: string,
  ) {}

  /** An account with a session at each of the instants. */
  async begun(timeZone: string, ...times: string[]): Promise<string> {
    const scenario = await Scenario.start(this.database, { timeZone });
    for (const time of times) await scenario.session({ createdAt: new Date(time), domain: 'VPN' });
    return scenario.accountId;
  }

  /** The sessions by domain, as they are read. */
  async sessionsOf(accountId: string, now = this.now): Promise<number[]> {
    const { domains } = await new CoverageService(this.database, new RolledCounts(this.database)).read(await windowAt(this.database, accountId, now));
    return domains.map(({ session_count }) => session_count);
  }

  /** Noted so many seconds ago, by the server's clock: long enough to be looked at. */
  async writtenTo(accountId: string, time: string, secondsAgo = 60): Promise<void> {
    const id = uuidv7({ msecs: Date.now() - secondsAgo * 1000 });
    await this.database.query('insert into rollup_invalidations (account_id, created_at, id) values ($1, $2, $3)', [accountId, time, id]);
  }

  /** What no write of the product does: only the rollup tells it. */
  async falsify(accountId: string): Promise<void> {
    await this.database.query('update session_day_domain_stats set sessions = sessions + 100 where account_id = $1', [accountId]);
  }
}
