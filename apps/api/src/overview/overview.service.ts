import { Injectable } from '@nestjs/common';

import type { CoverageRowDto, OverviewDto, TierSplitDto } from '@flowpilot/contracts';

import { CoverageService } from '../coverage/index.js';
import { Database } from '../database/database.js';
import { FlowQualityService } from '../flow-quality/index.js';
import { timeEntryFacts } from '../psa-activity/index.js';
import { type AccountWindow, toWindowDto } from '../window/index.js';
import { hoursFigure, medianFigure, rateFigure, sessionsFigure } from './changing-figure.js';
import { overviewDays } from './overview-days.js';
import { overviewFacts } from './overview.query.js';
import { sumOf, type WindowTotals } from './window-totals.js';

/** Rows of the other read models that the overview shows, at most. */
const EXCERPT = 5;

/** How the sessions go, at a glance. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly coverage: CoverageService,
    private readonly flowQuality: FlowQualityService,
  ) {}

  read(window: AccountWindow): Promise<OverviewDto> {
    return this.database.snapshot(async () => {
      const facts = await overviewFacts(this.database, window);
      const entries = await timeEntryFacts(this.database, window);
      const { domains } = await this.coverage.read(window);
      const { flows, needs_attention } = await this.flowQuality.read(window);
      const present = sumOf(facts.days);
      const previous = sumOf([facts.previous]);
      return {
        sessions: sessionsFigure(present, previous),
        resolution_rate: rateFigure(present, previous, 'resolved'),
        escalation_rate: rateFigure(present, previous, 'escalated'),
        guided_rate: rateFigure(present, previous, 'guided'),
        median_resolution_minutes: medianFigure(present, previous),
        hours_logged: hoursFigure(entries.hour_parts, entries.previous.hour_parts),
        active_flows: flows.length,
        daily: overviewDays(window.days, facts.days, entries),
        tiers: tierSplit(present),
        top_domains: topDomains(domains),
        needs_attention: needs_attention.slice(0, EXCERPT),
        window: toWindowDto(window),
      };
    });
  }
}

function tierSplit({ sessions, guided, exploring, discovery }: WindowTotals): TierSplitDto {
  return { guided, exploring, discovery, none: sessions - guided - exploring - discovery };
}

/** Idle domains are left out. */
function topDomains(domains: readonly CoverageRowDto[]): CoverageRowDto[] {
  return domains.filter((domain) => domain.session_count > 0).slice(0, EXCERPT);
}
