import { Problem } from '../../http/problem.js';
import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';

/** The session tied to a flow of this version, whatever it was tied to. */
export function tied(
  session: SessionRecord,
  match: { flowId: string; version: number; confidence: number | null; at: Date },
): SessionRecord {
  return {
    ...session,
    matched_flow_id: match.flowId,
    matched_flow_version: match.version,
    match_confidence: match.confidence,
    matched_at: match.at,
  };
}

/**
 * The session with what was given of its match. To name the flow that it is tied to is no new match: a repeated
 * line must change nothing.
 *
 * @throws Problem `validation_failed` for a flow that is not among `flowVersions`, or parts of a match without one.
 */
export function withMatch(
  session: SessionRecord,
  given: GivenSession,
  flowVersions: ReadonlyMap<string, number>,
  defaultTime: Date,
): SessionRecord {
  const flowId = given.matched_flow_id === undefined ? session.matched_flow_id : given.matched_flow_id;
  if (flowId === null) return untied(session, given);
  if (flowId === session.matched_flow_id) return amended(session, given);
  const version = flowVersions.get(flowId);
  if (version === undefined) throw unknownFlow('/matched_flow_id');
  const confidence = given.match_confidence ?? null;
  return tied(session, { flowId, version, confidence, at: given.matched_at ?? defaultTime });
}

export function unknownFlow(pointer: string): Problem {
  return Problem.invalid(pointer, `${pointer.slice(1)} must be a flow of the account`);
}

function untied(session: SessionRecord, given: GivenSession): SessionRecord {
  if (typeof given.match_confidence === 'number') throw withoutFlow('match_confidence');
  if (given.matched_at) throw withoutFlow('matched_at');
  return { ...session, matched_flow_id: null, matched_flow_version: null, match_confidence: null, matched_at: null };
}

function amended(session: SessionRecord, given: GivenSession): SessionRecord {
  const confidence = given.match_confidence === undefined ? session.match_confidence : given.match_confidence;
  return { ...session, match_confidence: confidence, matched_at: given.matched_at ?? session.matched_at };
}

function withoutFlow(field: string): Problem {
  return Problem.invalid(`/${field}`, `${field} needs matched_flow_id`);
}
