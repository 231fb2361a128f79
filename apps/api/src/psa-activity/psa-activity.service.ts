import { Injectable } from '@nestjs/common';

import type { PsaMetricsDto } from '@flowpilot/contracts';
import { unloggedHoursEstimate } from '@flowpilot/metrics';

import { Database } from '../database/database.js';
import { together } from '../database/together.js';
import { RolledCounts } from '../rollups/index.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { pushFacts } from './psa-pushes.query.js';
import { toPsaDay, toPsaTotals } from './psa-totals.js';
import { pushFunnelFacts } from './push-funnel.query.js';
import { NO_TIME_ENTRIES, windowTimeEntries } from './time-entries.js';

/** Whether the work reached the ticket and the timesheet. */
@Injectable()
export class PsaActivityReadService {
  constructor(
    private readonly database: Database,
    private readonly rolledCounts: RolledCounts,
  ) {}

  read(window: AccountWindow): Promise<PsaMetricsDto> {
    return this.rolledCounts.read(window, [...window.previousDays, ...window.days], async (counts) => {
      const [{ present, previous, days }, { skipped_a_step, unlogged_sessions, ...push_funnel }, pushes] = await together(
        windowTimeEntries(counts, window),
        pushFunnelFacts(counts, window),
        pushFacts(this.database, window.accountId, window),
      );
      return {
        ...toPsaTotals(present),
        push_funnel,
        daily_trend: window.days.map(({ date }, index) => toPsaDay(date, days[index] ?? NO_TIME_ENTRIES)),
        unattributed_entries: present.unattributed,
        skipped_a_step,
        ...pushes,
        unlogged_sessions,
        unlogged_hours_estimate: unloggedHoursEstimate(unlogged_sessions, present.hour_parts, present.sessions),
        previous: toPsaTotals(previous),
        window: toWindowDto(window),
      };
    });
  }
}
