import { markerOf, type PsaWork } from '../provider/psa-work.js';

/** What a push says, as it is stored: fixed at the request, whatever happens to the session later. */
export type PushPayload =
  | { kind: 'note'; text: string; internal: boolean }
  | { kind: 'time_entry'; hours: number; notes: string | null; started_at: string; billable: boolean | null }
  | { kind: 'status'; status: string };

export interface StoredPush {
  id: string;
  psa_ticket_id: string;
  payload: PushPayload;
}

/** The push as a provider takes it, in the name of this member. */
export function toWork({ id, psa_ticket_id: ticketId, payload }: StoredPush, memberId: string | null): PsaWork {
  const marked = { id, ticketId, marker: markerOf(id) };
  if (payload.kind === 'note') return { ...marked, ...payload, memberId };
  if (payload.kind === 'status') return { ...marked, ...payload };
  const { kind, hours, notes, billable } = payload;
  return { ...marked, kind, hours, notes, billable, startedAt: new Date(payload.started_at), memberId };
}
