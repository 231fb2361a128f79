import { Problem } from '../../http/problem.js';
import { refuseFuture } from '../../time/refuse-future.js';
import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';

const TIMES = ['created_at', 'matched_at', 'resolved_at', 'escalated_at'] as const;

/** @throws Problem `validation_failed` for a time given that lies in the future. */
export function refuseFutureTimes(given: GivenSession, now: Date): void {
  for (const field of TIMES) {
    const time = given[field];
    if (time) refuseFuture(`/${field}`, time, now);
  }
}

type TimeField = (typeof TIMES)[number];

/** What cannot happen before what. An escalation before the last reopening stays, and is the earlier one all the same. */
const ORDER: readonly (readonly [earlier: TimeField, later: TimeField])[] = [
  ['created_at', 'matched_at'],
  ['created_at', 'escalated_at'],
  ['created_at', 'resolved_at'],
  ['escalated_at', 'resolved_at'],
];

/** @throws Problem `validation_failed` for a time given that stands before one that it must follow, or the reverse. */
export function refuseDisorder(session: SessionRecord, given: Partial<Record<TimeField, Date>>): void {
  for (const [earlier, later] of ORDER) {
    const at = given[later] ? later : given[earlier] ? earlier : null;
    if (at !== null && isBefore(session[later], session[earlier])) {
      throw Problem.invalid(`/${at}`, `${later} must not be before ${earlier}`);
    }
  }
}

/**
 * When a step happened that a client takes with the session, after all that the session did before. One without a time
 * happens now, or right after what another clock, ahead of ours, has told.
 *
 * @throws Problem `validation_failed` for a time given that lies in the future, or before what it must follow.
 */
export function stepTime(
  pointer: string,
  given: string | undefined,
  now: Date,
  earlier: Readonly<Partial<Record<TimeField, Date | null>>>,
): Date {
  if (given === undefined) return latest(now, ...Object.values(earlier));
  const time = new Date(given);
  refuseFuture(pointer, time, now);
  for (const [field, other] of Object.entries(earlier)) {
    if (isBefore(time, other)) throw Problem.invalid(pointer, `${pointer.slice(1)} must not be before ${field}`);
  }
  return time;
}

export function latest(time: Date, ...others: readonly (Date | null)[]): Date {
  return others.reduce<Date>((so, other) => (other !== null && other > so ? other : so), time);
}

function isBefore(time: Date | null, other: Date | null): boolean {
  return time !== null && other !== null && time < other;
}
