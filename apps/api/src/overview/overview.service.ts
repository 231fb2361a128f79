import { Injectable } from '@nestjs/common';

import type { CoverageRowDto, OverviewDto, TierSplitDto } from '@flowpilot/contracts';

import { NO_SESSIONS, type SessionFacts } from '../analytics/session-facts.js';
import { CoverageService } from '../coverage/index.js';
import { together } from '../database/together.js';
import { FlowQualityService } from '../flow-quality/index.js';
import { NO_TIME_ENTRIES, windowHours } from '../psa-activity/index.js';
import { RolledCounts, type WindowCounts } from '../rollups/index.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { changingFigures, hoursFigure } from './changing-figure.js';
import { toOverviewDay } from './overview-day.js';
import { sessionFacts } from './overview.query.js';
import { sumOf, type WindowTotals } from './window-totals.js';

/** Rows of the other read models that the overview shows, at most. */
const EXCERPT = 5;

/** How the sessions go, at a glance. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly rolledCounts: RolledCounts,
    private readonly coverage: CoverageService,
    private readonly flowQuality: FlowQualityService,
  ) {}

  read(window: AccountWindow): Promise<OverviewDto> {
    return this.rolledCounts.read(window, [...window.previousDays, ...window.days], async (counts) => {
      const [{ topDomains, sessions }, entries, flowQuality] = await together(
        this.domainsAndSessions(window, counts),
        windowHours(counts, window),
        this.flowQuality.readExcerpt(window, counts, EXCERPT),
      );
      const [before = NO_SESSIONS, ...days] = sessions;
      const present = sumOf(days);
      return {
        ...changingFigures(present, sumOf([before])),
        hours_logged: hoursFigure(entries.present.hour_parts, entries.previous.hour_parts),
        active_flows: flowQuality.active_flows,
        daily: window.days.map(({ date }, index) =>
          toOverviewDay(date, days[index] ?? NO_SESSIONS, entries.days[index] ?? NO_TIME_ENTRIES),
        ),
        tiers: tierSplit(present),
        top_domains: topDomains,
        needs_attention: flowQuality.needs_attention,
        window: toWindowDto(window),
      };
    });
  }

  /** The domains first: of today's rows all sessions are told by them. */
  private async domainsAndSessions(window: AccountWindow, counts: WindowCounts): Promise<{ topDomains: CoverageRowDto[]; sessions: SessionFacts[] }> {
    const topDomains = await this.coverage.readBusiest(window, counts, EXCERPT);
    return { topDomains, sessions: await sessionFacts(counts, [window.previousDays, ...window.days.map((day) => [day])]) };
  }
}

function tierSplit({ sessions, guided, exploring, discovery }: WindowTotals): TierSplitDto {
  return { guided, exploring, discovery, none: sessions - guided - exploring - discovery };
}
