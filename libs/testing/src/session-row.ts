import { collapseWhiteSpace, type ConfidenceTier, domainKey, type SessionStatus } from '@flowpilot/metrics';
import { v7 as newId } from 'uuid';

export interface SessionGiven {
  id?: string;
  accountId: string;
  createdAt: Date;
  status?: SessionStatus;
  /** As recorded; blank and null are no domain. */
  domain?: string | null;
  tier?: ConfidenceTier | null;
  flowId?: string | null;
  confidence?: number | null;
  matchedAt?: Date;
  /** Half an hour after the start when omitted; of a resolved session only. */
  resolvedAt?: Date;
  /** Half an hour after the start when omitted and escalated; may stand on a session resolved later. */
  escalatedAt?: Date;
  ticket?: string | null;
  hasNote?: boolean;
  hasTimeEntry?: boolean;
  userId?: string | null;
  externalRef?: string | null;
  client?: string | null;
  summary?: string | null;
}

export type SessionRow = ReturnType<typeof sessionRow>;

const HALF_AN_HOUR_MS = 30 * 60_000;

/** An active session without a match, domain or ticket, unless told otherwise; its times follow from its status. */
export function sessionRow(given: SessionGiven) {
  const status = given.status ?? 'active';
  const ended = new Date(given.createdAt.getTime() + HALF_AN_HOUR_MS);
  return {
    account_id: given.accountId,
    id: given.id ?? newId(),
    external_ref: given.externalRef ?? null,
    user_id: given.userId ?? null,
    summary: given.summary ?? null,
    client: given.client ?? null,
    ...domainColumns(given.domain ?? ''),
    confidence_tier: given.tier ?? null,
    status,
    psa_ticket_id: given.ticket ?? null,
    ...matchColumns(given),
    resolved_at: status === 'resolved' ? (given.resolvedAt ?? ended) : null,
    escalated_at: given.escalatedAt ?? (status === 'escalated' ? ended : null),
    has_note: given.hasNote ?? false,
    has_time_entry: given.hasTimeEntry ?? false,
    created_at: given.createdAt,
    updated_at: given.createdAt,
  };
}

function domainColumns(domain: string) {
  const name = collapseWhiteSpace(domain);
  return name === '' ? { problem_domain: null, domain_key: null } : { problem_domain: name, domain_key: domainKey(name) };
}

function matchColumns(given: SessionGiven) {
  const matched = given.flowId !== undefined && given.flowId !== null;
  return {
    matched_flow_id: matched ? given.flowId : null,
    matched_flow_version: matched ? 1 : null,
    match_confidence: matched ? (given.confidence ?? null) : null,
    matched_at: matched ? (given.matchedAt ?? given.createdAt) : null,
  };
}
