import { SESSION_STATUSES, type SessionStatus } from '@flowpilot/metrics';

import type { TypedRow } from './typed-row.js';

/** How a session stands and since when, in epoch milliseconds. */
export interface Outcome {
  status: SessionStatus;
  resolved_at: number | null;
  escalated_at: number | null;
}

/** @throws RowRejection when the row states an end without its time. */
export function outcomeOf(row: TypedRow, created: number): Outcome {
  const ended = row.time('ended_at', created);
  const resolved = row.time('resolved_at', created) ?? ended;
  const escalated = row.time('escalated_at', created);
  const status = statusOf(row, resolved, escalated);
  switch (status) {
    case 'resolved':
      return { status, resolved_at: resolved ?? row.lacks('is resolved but ', 'resolved_at', 'ended_at'), escalated_at: escalated };
    case 'escalated': {
      const at = escalated ?? ended ?? row.lacks('is escalated but ', 'escalated_at', 'ended_at');
      return { status, resolved_at: null, escalated_at: at };
    }
    case 'active':
    case 'abandoned':
      return { status, resolved_at: null, escalated_at: null };
  }
}

function statusOf(row: TypedRow, resolved: number | null, escalated: number | null): SessionStatus {
  const stated = row.word('status', SESSION_STATUSES) ?? (resolved === null ? 'active' : 'resolved');
  // Where one column holds the end, it stays empty as long as the work goes on, whatever else the row says.
  const isOpen = row.isMapped('ended_at') && resolved === null && escalated === null;
  return isOpen && stated !== 'abandoned' ? 'active' : stated;
}
