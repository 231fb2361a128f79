import { Injectable } from '@nestjs/common';

import type { PsaMetricsDto } from '@flowpilot/contracts';
import { unloggedHoursEstimate } from '@flowpilot/metrics';

import { Database } from '../database/database.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { pushFacts } from './psa-pushes.query.js';
import { toPsaDays, toPsaTotals } from './psa-totals.js';
import { pushFunnelFacts } from './push-funnel.query.js';
import { timeEntryFacts } from './time-entries.query.js';

/** Whether the work reached the ticket and the timesheet. */
@Injectable()
export class PsaActivityReadService {
  constructor(private readonly database: Database) {}

  read(window: AccountWindow): Promise<PsaMetricsDto> {
    return this.database.snapshot(async () => {
      const entries = await timeEntryFacts(this.database, window);
      const { skipped_a_step, unlogged_sessions, ...push_funnel } = await pushFunnelFacts(this.database, window);
      return {
        ...toPsaTotals(entries),
        push_funnel,
        daily_trend: toPsaDays(window.days, entries),
        unattributed_entries: entries.unattributed,
        skipped_a_step,
        ...(await pushFacts(this.database, window.accountId, window)),
        unlogged_sessions,
        unlogged_hours_estimate: unloggedHoursEstimate(unlogged_sessions, entries.hour_parts, entries.sessions),
        previous: toPsaTotals(entries.previous),
        window: toWindowDto(window),
      };
    });
  }
}
