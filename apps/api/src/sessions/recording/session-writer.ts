import { Injectable } from '@nestjs/common';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { FlowTracking, type SessionStep } from '../../flow-tracking/index.js';
import { noteLateWrites } from '../../late-writes/index.js';
import type { SessionRecord } from '../session-record.js';
import type { SessionEvent } from './session-change.js';
import { insertSessions, updateSessions } from './session-store.query.js';
import { insertDomains, insertEvents } from './session-traces.query.js';

/** What a transaction does to one session, however many steps it takes. */
export interface SessionWrite {
  /** As locked; null for a new one. */
  before: SessionRecord | null;
  after: SessionRecord;
  /** Each step's states, in their order. */
  steps: readonly SessionStep[];
  /** Never empty. */
  events: readonly SessionEvent[];
}

export interface WriteResult {
  stored: SessionWrite[];
  /** New ones whose id or reference another transaction took first; its row is now visible. */
  lost: SessionWrite[];
}

/** Stores sessions with all that belongs to them, in few statements, whatever their number. */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly database: Database,
    private readonly tracking: FlowTracking,
  ) {}

  /** Must run in the transaction that locked the known ones. */
  async write(actor: Actor, writes: readonly SessionWrite[], now: Date): Promise<WriteResult> {
    const { accountId } = actor;
    const known = writes.filter((write) => write.before !== null);
    const fresh = writes.filter((write) => write.before === null).sort(byReference);
    await insertDomains(this.database, accountId, writes.filter(changesDomain).map(afterOf), now);
    // Updates first: a reference that they give up is free for a new session.
    if (known.length > 0) await updateSessions(this.database, accountId, known.map(afterOf));
    const inserted =
      fresh.length > 0 ? await insertSessions(this.database, accountId, fresh.map(afterOf)) : new Set<string>();
    const isLost = (write: SessionWrite) => write.before === null && !inserted.has(write.after.id);
    const stored = writes.filter((write) => !isLost(write));
    if (stored.length > 0) await insertEvents(this.database, actor, stored);
    await noteLateWrites(this.database, accountId, stored.flatMap(timesBegun), now);
    return { stored, lost: writes.filter(isLost) };
  }

  /** Moves the flows' counters by what was stored. The last that a transaction does: see `FlowTracking`. */
  async track({ accountId }: Actor, stored: readonly SessionWrite[]): Promise<void> {
    await this.tracking.apply(accountId, stored.flatMap((write) => write.steps));
  }
}

/** One order for all writers, so that two that insert the same references wait for each other in turn. */
function byReference({ after: one }: SessionWrite, { after: other }: SessionWrite): number {
  const [first, second] = [one.external_ref ?? one.id, other.external_ref ?? other.id];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function changesDomain({ before, after }: SessionWrite): boolean {
  return after.domain_key !== null && after.domain_key !== before?.domain_key;
}

/** A correction may move a session from one day to another. */
function timesBegun({ before, after }: SessionWrite): Date[] {
  return before === null ? [after.created_at] : [before.created_at, after.created_at];
}

function afterOf(write: SessionWrite): SessionRecord {
  return write.after;
}
