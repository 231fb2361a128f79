import { Injectable } from '@nestjs/common';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { FlowTracking, type SessionStep } from '../../flow-tracking/index.js';
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

/** Stores sessions with all that belongs to them: the domain's spelling, the events, the flows' counters. */
@Injectable()
export class SessionWriter {
  constructor(
    private readonly database: Database,
    private readonly tracking: FlowTracking,
  ) {}

  /**
   * In few statements, whatever their number. Must run in the transaction that locked the known ones. Answers the new
   * ones that are not stored because another transaction took their id or reference first; its row is now visible.
   */
  async write(actor: Actor, writes: readonly SessionWrite[], now: Date): Promise<SessionWrite[]> {
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
    if (stored.length > 0) {
      const happened = stored.map(({ after, events }) => ({ sessionId: after.id, events }));
      await insertEvents(this.database, actor, happened);
      await this.tracking.apply(accountId, stored.flatMap((write) => write.steps));
    }
    return writes.filter(isLost);
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

function afterOf(write: SessionWrite): SessionRecord {
  return write.after;
}
