import type { PsaActivityType } from '@flowpilot/metrics';
import { v7 as newId } from 'uuid';

export interface ActivityGiven {
  id?: string;
  accountId: string;
  createdAt: Date;
  type?: PsaActivityType;
  sessionId?: string | null;
  /** Up to 4 decimals; of time entries only, 0.5 when omitted. */
  hours?: number;
  ticket?: string | null;
  entryId?: string | null;
  userId?: string | null;
}

export type ActivityRow = ReturnType<typeof activityRow>;

/** A time entry of half an hour of no session, unless told otherwise. */
export function activityRow(given: ActivityGiven) {
  const type = given.type ?? 'time_entry_posted';
  return {
    account_id: given.accountId,
    id: given.id ?? newId(),
    session_id: given.sessionId ?? null,
    user_id: given.userId ?? null,
    activity_type: type,
    hours_logged: type === 'time_entry_posted' ? (given.hours ?? 0.5) : null,
    psa_ticket_id: given.ticket ?? null,
    psa_entry_id: given.entryId ?? null,
    created_at: given.createdAt,
  };
}

export interface PushGiven {
  id?: string;
  accountId: string;
  createdAt: Date;
  kind?: 'note' | 'time_entry' | 'status';
  state?: 'pending' | 'sent' | 'failed' | 'unknown';
  sessionId?: string | null;
}

export type PushRow = ReturnType<typeof pushRow>;

/** A pending note of no session, unless told otherwise. */
export function pushRow(given: PushGiven) {
  return {
    account_id: given.accountId,
    id: given.id ?? newId(),
    session_id: given.sessionId ?? null,
    kind: given.kind ?? 'note',
    payload: {},
    state: given.state ?? 'pending',
    attempts: 0,
    created_at: given.createdAt,
    updated_at: given.createdAt,
  };
}
