import type { PsaMetricsDto, PsaTotalsDto } from '@flowpilot/contracts';
import type { ActivityRow, SessionRow } from '@flowpilot/testing';

import { fraction, rounded } from './arithmetic.js';
import type { AccountHistory } from './history.js';
import { type ReferenceWindow, type Span, windowAnswer, within } from './reference-window.js';

const HOUR_MS = 3_600_000;

export function entriesWithin(history: AccountHistory, span: Span): ActivityRow[] {
  return history.activities.filter(
    (activity) => activity.activity_type === 'time_entry_posted' && within(activity.created_at, span),
  );
}

/** Ten-thousandths of an hour. */
export const hourParts = (entries: readonly ActivityRow[]): number =>
  entries.reduce((sum, entry) => sum + Math.round((entry.hours_logged ?? 0) * 10_000), 0);

export const shownHours = (parts: number): number => rounded(fraction(parts, 10_000), 2);

export function referencePsaMetrics(history: AccountHistory, window: ReferenceWindow): PsaMetricsDto {
  const entries = entriesWithin(history, window);
  const sessions = history.sessions.map(({ row }) => row).filter((session) => within(session.created_at, window));
  const has = (session: SessionRow, type: string) =>
    history.activities.some((each) => each.session_id === session.id && each.activity_type === type);
  const linked = sessions.filter((session) => session.psa_ticket_id !== null);
  const pushed = linked.filter((session) => has(session, 'note_posted'));
  const logged = pushed.filter((session) => has(session, 'time_entry_posted'));
  const timed = sessions.filter((session) => has(session, 'time_entry_posted'));
  const unlogged = linked.filter((session) => !timed.includes(session) && endedLongAgo(session, history, window)).length;
  const withEntry = distinctSessions(entries);
  const pushes = history.pushes.filter((push) => within(push.created_at, window));
  return {
    ...totals(entries),
    push_funnel: {
      total_sessions: sessions.length,
      linked_to_ticket: linked.length,
      doc_pushed: pushed.length,
      time_entry_logged: logged.length,
    },
    daily_trend: window.days.map((day) => {
      const ofDay = entriesWithin(history, day);
      return { date: day.date, entries: ofDay.length, hours: shownHours(hourParts(ofDay)) };
    }),
    unattributed_entries: entries.filter((entry) => entry.session_id === null).length,
    skipped_a_step: timed.filter((session) => !pushed.includes(session)).length,
    failed_pushes: pushes.filter((push) => push.state === 'failed').length,
    pending_pushes: pushes.filter((push) => push.state === 'pending').length,
    unlogged_sessions: unlogged,
    unlogged_hours_estimate:
      withEntry === 0 ? null : rounded(fraction(unlogged * hourParts(entries), withEntry * 10_000), 2),
    previous: totals(entriesWithin(history, window.previous)),
    window: windowAnswer(window) as PsaMetricsDto['window'],
  };
}

function totals(entries: readonly ActivityRow[]): Pick<PsaTotalsDto, keyof PsaTotalsDto> {
  const sessions = distinctSessions(entries);
  return {
    total_time_entries: entries.length,
    total_hours_logged: shownHours(hourParts(entries)),
    avg_hours_per_session: sessions === 0 ? 0 : rounded(fraction(hourParts(entries), sessions * 10_000), 2),
  };
}

function distinctSessions(entries: readonly ActivityRow[]): number {
  return new Set(entries.flatMap((entry) => entry.session_id ?? [])).size;
}

function endedLongAgo(session: SessionRow, { account }: AccountHistory, { now }: ReferenceWindow): boolean {
  const limit = now - account.unlogged_after_hours * HOUR_MS;
  if (session.status === 'resolved') return (session.resolved_at?.getTime() ?? Infinity) <= limit;
  if (session.status === 'escalated') return (session.escalated_at?.getTime() ?? Infinity) <= limit;
  return false;
}
