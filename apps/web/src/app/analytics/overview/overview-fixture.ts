import type { OverviewDayDto, OverviewDto } from '@flowpilot/contracts';

import { WINDOW } from '../window-fixture.js';

/** A day of ten sessions, for specs. */
export function overviewDay(date: string, given: Partial<OverviewDayDto> = {}): OverviewDayDto {
  const outcomes = { resolved: 6, escalated: 2, abandoned: 1, active: 1 };
  return { date, ...outcomes, guided: 5, median_resolution_minutes: 25, hours_logged: 4.5, ...given };
}

const figure = (value: number | null, previous: number | null, change: number | null) => ({ value, previous, change });

/** An overview of two such days, for specs. */
export function overview(given: Partial<OverviewDto> = {}): OverviewDto {
  return {
    sessions: figure(20, 16, 0.25),
    resolution_rate: figure(0.6, 0.55, 0.05),
    escalation_rate: figure(0.2, 0.25, -0.05),
    guided_rate: figure(0.5, 0.5, 0),
    median_resolution_minutes: figure(25, 23, 0.087),
    hours_logged: figure(9, 8, 0.125),
    active_flows: 31,
    daily: [overviewDay('2026-11-23'), overviewDay('2026-11-24')],
    tiers: { guided: 10, exploring: 6, discovery: 3, none: 1 },
    top_domains: [],
    needs_attention: [],
    window: WINDOW,
    ...given,
  };
}
