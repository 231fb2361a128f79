import type { OverviewDayDto } from '@flowpilot/contracts';
import type { SessionStatus } from '@flowpilot/metrics';

import type { DayReading } from './day-reading.js';

/** The parts of a day's stack, from the base line up. */
export const OUTCOMES: readonly Outcome[] = [
  { status: 'resolved', label: 'Resolved', colour: 'var(--chart-resolved)' },
  { status: 'escalated', label: 'Escalated', colour: 'var(--chart-escalated)' },
  { status: 'abandoned', label: 'Abandoned', colour: 'var(--chart-abandoned)' },
  { status: 'active', label: 'Active', colour: 'var(--chart-active)' },
];

export interface Outcome {
  status: SessionStatus;
  label: string;
  colour: string;
}

export type OutcomeDay = Pick<OverviewDayDto, 'date' | SessionStatus>;

/** All sessions of a day. */
export function sessionsOf(day: OutcomeDay): number {
  return OUTCOMES.reduce((sum, { status }) => sum + day[status], 0);
}

/** Sessions of all days by outcome, for the legend. */
export function outcomeTotals(days: readonly OutcomeDay[]): (Outcome & { total: number })[] {
  return OUTCOMES.map((outcome) => ({
    ...outcome,
    total: days.reduce((sum, day) => sum + day[outcome.status], 0),
  }));
}

export function outcomeReadings(days: readonly OutcomeDay[], format: (count: number) => string): DayReading[] {
  return days.map((day) => ({
    date: day.date,
    rows: OUTCOMES.map(({ status, label, colour }) => ({ label, colour, value: format(day[status]) })),
    sum: { label: 'All', value: format(sessionsOf(day)) },
  }));
}
