import { Injectable } from '@nestjs/common';

import type {
  MatchSessionDto,
  RecordSessionDto,
  SessionDto,
  SessionTransitionDto,
  UpdateSessionDto,
} from '@flowpilot/contracts';
import type { SessionStatus } from '@flowpilot/metrics';

import type { Actor } from '../auth/index.js';
import { Database } from '../database/database.js';
import { FlowTracking } from '../flow-tracking/index.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { selectSession } from './reading/session.query.js';
import { givenProblem, givenSession } from './recording/given-session.js';
import { ENTERED, matchEvent, plainEvent, type SessionChange, unchanged } from './recording/session-change.js';
import { tied, unknownFlow } from './recording/session-match.js';
import { entered } from './recording/session-outcome.js';
import { SessionRecorder } from './recording/session-recorder.js';
import { selectFlowVersions } from './recording/session-references.query.js';
import { changeBetween, withProblem } from './recording/session-revision.js';
import { lockSessions } from './recording/session-store.query.js';
import { stepTime } from './recording/session-times.js';
import { SessionWriter } from './recording/session-writer.js';
import { refuseImpossible } from './recording/transitions.js';
import { type SessionRecord, toSessionDto } from './session-record.js';
import { deleteSession } from './session-removal.query.js';

/** One session at a time. To an engineer, sessions of others do not exist. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly recorder: SessionRecorder,
    private readonly writer: SessionWriter,
    private readonly tracking: FlowTracking,
    private readonly clock: Clock,
  ) {}

  /**
   * A new session, or a known one with the fields given updated.
   *
   * @throws Problem `validation_failed`, or `conflict` when id and reference name different sessions
   */
  async record(actor: Actor, input: RecordSessionDto): Promise<{ isNew: boolean; session: SessionDto }> {
    const [outcome] = await this.recorder.record(actor, [givenSession(input)]);
    if (!outcome) throw new Error('a session given has no outcome');
    if (outcome.kind === 'rejected') throw outcome.problem;
    return { isNew: outcome.kind === 'created', session: toSessionDto(outcome.session) };
  }

  /** @throws Problem `not_found` */
  async get(actor: Actor, id: string): Promise<SessionDto> {
    const session = await selectSession(this.database, actor.accountId, id);
    return toSessionDto(visible(actor, session));
  }

  /** @throws Problem `not_found` */
  update(actor: Actor, id: string, input: UpdateSessionDto): Promise<SessionDto> {
    return this.change(actor, id, (session, now) => changeBetween(session, withProblem(session, givenProblem(input)), now));
  }

  /** Also to the flow that it is matched to: the match is then that new one. @throws Problem `not_found`, `validation_failed` */
  match(actor: Actor, id: string, input: MatchSessionDto): Promise<SessionDto> {
    const flowId = input.flow_id.toLowerCase();
    return this.change(actor, id, async (session, now) => {
      const at = stepTime('/matched_at', input.matched_at, now, { created_at: session.created_at });
      const version = (await selectFlowVersions(this.database, actor.accountId, [flowId])).get(flowId);
      if (version === undefined) throw unknownFlow('/flow_id');
      const after = tied(session, { flowId, version, confidence: input.confidence ?? null, at });
      return { after: { ...after, updated_at: now }, events: [matchEvent(after, at)] };
    });
  }

  /**
   * To another state; in the one it is in, the session stays as it is.
   *
   * @throws Problem `not_found`, `invalid_transition`, `validation_failed`
   */
  transition(actor: Actor, id: string, status: SessionStatus, input: SessionTransitionDto): Promise<SessionDto> {
    return this.change(actor, id, (session, now) => {
      if (session.status === status) return unchanged(session);
      refuseImpossible(session.status, status);
      const { created_at, escalated_at, resolved_at } = session;
      const at = stepTime('/at', input.at, now, { created_at, escalated_at, resolved_at });
      const after = { ...entered(session, status, at), updated_at: now };
      return { after, events: [plainEvent(ENTERED[status], at, input.note ?? null)] };
    });
  }

  /** Its PSA activities stay, of no session. @throws Problem `not_found` */
  remove(actor: Actor, id: string): Promise<void> {
    return this.database.transaction(async () => {
      const session = await this.lock(actor, id);
      await deleteSession(this.database, actor.accountId, session, this.clock.now());
      await this.tracking.apply(actor.accountId, [{ before: session, after: null }]);
    });
  }

  private change(
    actor: Actor,
    id: string,
    changeOf: (session: SessionRecord, now: Date) => SessionChange | Promise<SessionChange>,
  ): Promise<SessionDto> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const before = await this.lock(actor, id);
      const { after, events } = await changeOf(before, now);
      if (events.length === 0) return toSessionDto(before);
      const { stored } = await this.writer.write(actor, [{ before, after, steps: [{ before, after }], events }], now);
      await this.writer.track(actor, stored);
      return toSessionDto(after);
    });
  }

  private async lock(actor: Actor, id: string): Promise<SessionRecord> {
    const [session] = await lockSessions(this.database, actor.accountId, [id], []);
    return visible(actor, session);
  }
}

function visible(actor: Actor, session: SessionRecord | undefined): SessionRecord {
  const isVisible = session && (!actor.ownSessionsOnly || session.user_id === actor.id);
  if (!isVisible) throw Problem.notFound('session');
  return session;
}
