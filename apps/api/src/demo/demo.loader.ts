import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { PROFILES } from './catalogue/people.js';
import { DemoPeople } from './demo-people.js';
import { DemoRecords } from './demo-records.js';
import { makeAccount } from './generator/make-account.js';

/** Any one number: two processes that start at once queue on it, and the second finds the demo loaded. */
const DEMO_LOCK = 4_011_868_004;
const SEED = 'flowpilot';
/** Seconds on a common machine; a slow or busy one must not be left without a demo. */
const LIMIT_MS = 15 * 60_000;

/** Fills an empty database with two MSPs to look at. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: DemoPeople,
    private readonly records: DemoRecords,
  ) {}

  /** Whether it has loaded. All in one transaction: a kill half-way leaves the database as empty as it was. */
  async loadIfEmpty(): Promise<boolean> {
    return this.database.transaction(() => this.loadUnlessFilled(), LIMIT_MS);
  }

  private async loadUnlessFilled(): Promise<boolean> {
    await this.database.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
    if (!(await this.isEmpty())) return false;
    await this.load(this.clock.now());
    return true;
  }

  private async load(now: Date): Promise<void> {
    await this.people.makeOperator();
    for (const profile of PROFILES) {
      const account = makeAccount(SEED, profile, now);
      const { accountId, ids } = await this.people.make(account);
      await this.records.record(accountId, ids, account);
    }
  }

  private async isEmpty(): Promise<boolean> {
    const [row] = await this.database.query<{ empty: boolean }>(
      'select not exists (select from accounts) and not exists (select from users) as empty',
    );
    return row?.empty ?? false;
  }
}
