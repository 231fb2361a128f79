import { domainKey, type SessionStatus } from '@flowpilot/metrics';

import { Problem } from '../../http/problem.js';
import type { SessionRecord } from '../session-record.js';
import type { GivenProblem, GivenSession } from './given-session.js';
import { ENTERED, matchEvent, plainEvent, type SessionChange, type SessionEvent, unchanged } from './session-change.js';
import { withMatch } from './session-match.js';
import { withOutcome } from './session-outcome.js';
import { latest, refuseDisorder, refuseFutureTimes } from './session-times.js';

/** What a revision is judged by. */
export interface Circumstances {
  now: Date;
  /** Present version of each flow that may be named, by id. */
  flowVersions: ReadonlyMap<string, number>;
  /** Users of the account that may be named. */
  users: ReadonlySet<string>;
}

/** When a match or an escalation happened that says no time: of a new session when it began, of a known one now. */
export type UntoldTime = 'created_at' | 'now';

/**
 * The session with the fields given updated.
 *
 * @throws Problem `validation_failed` or `invalid_transition` when that cannot be.
 */
export function revised(
  session: SessionRecord,
  given: GivenSession,
  circumstances: Circumstances,
  untoldTime: UntoldTime = 'now',
): SessionChange {
  const { now } = circumstances;
  refuseFutureTimes(given, now);
  refuseUnknownUser(given, circumstances);
  const described = withProblem(
    {
      ...session,
      external_ref: given.external_ref ?? session.external_ref,
      user_id: given.user_id === undefined ? session.user_id : given.user_id,
      created_at: given.created_at ?? session.created_at,
    },
    given,
  );
  const begun = described.created_at;
  const defaultTime = untoldTime === 'now' ? latest(now, begun) : begun;
  const matched = withMatch(described, given, circumstances.flowVersions, defaultTime);
  const after = withOutcome(matched, given, defaultTime);
  refuseDisorder(after, given);
  return changeBetween(session, after, now);
}

/** The session with what was given of its problem. */
export function withProblem(session: SessionRecord, given: GivenProblem): SessionRecord {
  const domain = given.problem_domain === undefined ? session.problem_domain : given.problem_domain;
  const stays = domain === session.problem_domain;
  return {
    ...session,
    problem_domain: domain,
    domain_key: stays ? session.domain_key : domain && domainKey(domain),
    summary: given.summary === undefined ? session.summary : given.summary,
    client: given.client === undefined ? session.client : given.client,
    psa_ticket_id: given.psa_ticket_id === undefined ? session.psa_ticket_id : given.psa_ticket_id,
    confidence_tier: given.confidence_tier === undefined ? session.confidence_tier : given.confidence_tier,
  };
}

/** The change from one state to another, or none when they are the same. */
export function changeBetween(before: SessionRecord, after: SessionRecord, now: Date): SessionChange {
  const events: SessionEvent[] = [];
  const matchedAnew = after.matched_flow_id !== null && after.matched_flow_id !== before.matched_flow_id;
  if (matchedAnew) events.push(matchEvent(after, after.matched_at ?? now));
  if (escalatedOnTheWay(before, after)) events.push(plainEvent('escalated', after.escalated_at ?? now));
  if (after.status !== before.status) events.push(plainEvent(ENTERED[after.status], entryTime(after, now)));
  if (isAmended(before, after, matchedAnew)) events.unshift(plainEvent('updated', now));
  return events.length === 0 ? unchanged(before) : { after: { ...after, updated_at: now }, events };
}

function escalatedOnTheWay(before: SessionRecord, after: SessionRecord): boolean {
  return after.status !== 'escalated' && after.escalated_at !== null && before.escalated_at === null;
}

/** When the state was entered, as far as the session itself says. */
function entryTime(session: SessionRecord, otherwise: Date): Date {
  const times: Partial<Record<SessionStatus, Date | null>> = {
    resolved: session.resolved_at,
    escalated: session.escalated_at,
  };
  return times[session.status] ?? otherwise;
}

const DESCRIBING = [
  'external_ref',
  'user_id',
  'problem_domain',
  'summary',
  'client',
  'psa_ticket_id',
  'confidence_tier',
  'created_at',
] as const;
const OF_THE_MATCH = ['matched_flow_id', 'match_confidence', 'matched_at'] as const;
const OF_THE_STATE = ['resolved_at', 'escalated_at'] as const;

/** Whether something changed that no other event tells. */
function isAmended(before: SessionRecord, after: SessionRecord, matchedAnew: boolean): boolean {
  const differs = (field: keyof SessionRecord) => !isSame(before[field], after[field]);
  return (
    DESCRIBING.some(differs) ||
    (!matchedAnew && OF_THE_MATCH.some(differs)) ||
    (before.status === after.status && OF_THE_STATE.some(differs))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}

function refuseUnknownUser(given: GivenSession, { users }: Circumstances): void {
  if (given.user_id && !users.has(given.user_id)) {
    throw Problem.invalid('/user_id', 'user_id must be a user of the account');
  }
}
