import type { Actor } from '../../auth/index.js';
import { Problem } from '../../http/problem.js';
import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';
import { arrived } from './session-arrival.js';
import type { SessionChange } from './session-change.js';
import { type Circumstances, revised } from './session-revision.js';
import type { SessionWrite } from './session-writer.js';

/** What became of one session given. */
export type Outcome =
  | { kind: 'created' | 'updated' | 'unchanged'; session: SessionRecord }
  | { kind: 'rejected'; problem: Problem };

interface Entry {
  before: SessionRecord | null;
  after: SessionRecord;
  steps: SessionWrite['steps'][number][];
  events: SessionWrite['events'][number][];
}

/** Sessions as they stand while given ones are applied to them, one after the other, before anything is written. */
export class SessionBatch {
  private readonly byId = new Map<string, Entry>();
  private readonly byRef = new Map<string, Entry>();

  constructor(
    private readonly actor: Actor,
    private readonly circumstances: Circumstances,
    locked: readonly SessionRecord[],
  ) {
    for (const session of locked) this.file({ before: session, after: session, steps: [], events: [] });
  }

  /** All that has to be written. */
  get writes(): SessionWrite[] {
    return [...this.byId.values()].filter((entry) => entry.events.length > 0);
  }

  apply(given: GivenSession): Outcome {
    try {
      const entry = this.find(given);
      return entry ? this.revise(entry, this.owned(given, entry.after)) : this.add(this.owned(given, null));
    } catch (error) {
      if (error instanceof Problem) return { kind: 'rejected', problem: error };
      throw error;
    }
  }

  private find({ id, external_ref: ref }: GivenSession): Entry | undefined {
    const byId = id === undefined ? undefined : this.byId.get(id);
    const byRef = ref === undefined ? undefined : this.byRef.get(ref);
    if (byRef && id !== undefined && byRef !== byId) {
      throw new Problem('conflict', 'id and external_ref name two different sessions.', [
        { pointer: '/external_ref', message: 'external_ref is that of a session with another id' },
      ]);
    }
    return byId ?? byRef;
  }

  /** What an engineer records is their own, and nobody else's becomes it. */
  private owned(given: GivenSession, session: SessionRecord | null): GivenSession {
    if (!this.actor.ownSessionsOnly) return given;
    if (session && session.user_id !== this.actor.id) {
      throw new Problem('conflict', 'id or external_ref is that of a session of somebody else.');
    }
    if (given.user_id !== undefined && given.user_id !== this.actor.id) {
      throw Problem.invalid('/user_id', 'user_id must be your own');
    }
    return { ...given, user_id: this.actor.id };
  }

  private add(given: GivenSession): Outcome {
    const { after, events } = arrived(given, this.circumstances);
    this.file({ before: null, after, steps: [{ before: null, after }], events: [...events] });
    return { kind: 'created', session: after };
  }

  private revise(entry: Entry, given: GivenSession): Outcome {
    const change = revised(entry.after, given, this.circumstances);
    if (change.events.length === 0) return { kind: 'unchanged', session: entry.after };
    this.take(entry, change);
    return { kind: 'updated', session: change.after };
  }

  private take(entry: Entry, { after, events }: SessionChange): void {
    if (entry.after.external_ref !== null) this.byRef.delete(entry.after.external_ref);
    entry.steps.push({ before: entry.after, after });
    entry.events.push(...events);
    entry.after = after;
    this.file(entry);
  }

  private file(entry: Entry): void {
    this.byId.set(entry.after.id, entry);
    if (entry.after.external_ref !== null) this.byRef.set(entry.after.external_ref, entry);
  }
}
