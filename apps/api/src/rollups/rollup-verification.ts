import { Injectable, Logger } from '@nestjs/common';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { RollupRefresh } from './rollup-refresh.js';
import { rollUp } from './day-rollup.query.js';
import { forgetDays } from './rollup-refresh.query.js';
import { selectCounts, selectNightsDays } from './rollup-verification.query.js';

/** After so many nights every day was counted anew: each costs an account that much of what counting all of it would. */
const NIGHTS = 30;
const DAY_MS = 24 * 3_600_000;

/** Counts some of the days anew each night, whether anything says so or not, and puts right what had been counted otherwise. */
@Injectable()
export class RollupVerification {
  private readonly logger = new Logger('rollups');

  constructor(
    private readonly database: Database,
    private readonly refresh: RollupRefresh,
    private readonly clock: Clock,
  ) {}

  /** `corrected_days` is 0 on a healthy system. Days that were written to since are counted first: those are no faults. */
  run(accountId: string): Promise<{ verified_days: number; corrected_days: number }> {
    return this.refresh.within(accountId, async () => {
      const night = Math.floor(this.clock.now().getTime() / DAY_MS) % NIGHTS;
      const tonight = await selectNightsDays(this.database, accountId, NIGHTS, night);
      if (tonight.days.length === 0) return { verified_days: 0, corrected_days: 0 };
      const before = await selectCounts(this.database, accountId, tonight.days);
      await forgetDays(this.database, accountId, tonight.days);
      await rollUp(this.database, accountId, tonight);
      const after = await selectCounts(this.database, accountId, tonight.days);
      const corrected = tonight.days.filter((day) => before.get(day) !== after.get(day));
      if (corrected.length > 0) this.logger.warn({ msg: 'days had been counted otherwise', account_id: accountId, days: corrected });
      return { verified_days: tonight.days.length, corrected_days: corrected.length };
    });
  }
}
