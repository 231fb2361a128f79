import type { SessionStatus } from '@flowpilot/metrics';

import { Problem } from '../../http/problem.js';
import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';
import { refuseImpossible } from './transitions.js';

/** The session in another state, entered at a time. `escalated_at` outlives every later state. */
export function entered(session: SessionRecord, status: SessionStatus, at: Date): SessionRecord {
  return {
    ...session,
    status,
    resolved_at: status === 'resolved' ? at : null,
    escalated_at: status === 'escalated' ? at : session.escalated_at,
  };
}

/**
 * The session with what was given of its outcome. An escalation without a time happened at `defaultTime`; one that is
 * told again keeps its own.
 *
 * @throws Problem `invalid_transition`, or `validation_failed` where times and state do not fit.
 */
export function withOutcome(session: SessionRecord, given: GivenSession, defaultTime: Date): SessionRecord {
  const status = given.status ?? session.status;
  if (status !== session.status) refuseImpossible(session.status, status);
  const escalatesAnew = status === 'escalated' && session.status !== 'escalated';
  return {
    ...session,
    status,
    resolved_at: resolutionTime(session, status, given.resolved_at),
    escalated_at: given.escalated_at ?? (escalatesAnew ? defaultTime : session.escalated_at),
  };
}

function resolutionTime(session: SessionRecord, status: SessionStatus, given: Date | undefined): Date | null {
  if (status !== 'resolved') {
    if (given) throw Problem.invalid('/resolved_at', 'resolved_at needs the status resolved');
    return null;
  }
  const time = given ?? session.resolved_at;
  if (time === null) throw Problem.invalid('/resolved_at', 'a resolved session needs resolved_at');
  return time;
}
