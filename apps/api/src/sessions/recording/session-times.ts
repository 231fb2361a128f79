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

/** @throws Problem `validation_failed` for a session that ends before it begins. */
export function refuseDisorder(session: SessionRecord, given: GivenSession): void {
  for (const field of ['resolved_at', 'escalated_at'] as const) {
    const time = session[field];
    if (!time || time >= session.created_at) continue;
    const pointer = given[field] ? `/${field}` : '/created_at';
    throw Problem.invalid(pointer, `${field} must not be before created_at`);
  }
}
