import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import type { LogTimeDto, PostNoteDto, PsaPushDto, SetPsaStatusDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { selectConnection } from '../connection/connection.query.js';
import { insertPush, lockPushableSession, type PushableSession, selectOpenTimePush } from './new-push.query.js';
import { PushListService } from './push-list.service.js';
import type { PushPayload } from './push-payload.js';
import { ATTEMPT_LIMIT } from './retry-delay.js';

/** Takes requests to push. What is accepted is stored in the caller's transaction; a worker sends it later. */
@Injectable()
export class PushRequestService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pushes: PushListService,
  ) {}

  postNote(actor: Actor, sessionId: string, { text, internal }: PostNoteDto): Promise<PsaPushDto> {
    return this.request(actor, sessionId, () => ({ kind: 'note', text, internal: internal ?? false }));
  }

  logTime(actor: Actor, sessionId: string, input: LogTimeDto): Promise<PsaPushDto> {
    return this.request(actor, sessionId, (session) => timePayload(input, session));
  }

  /** As `logTime`, for a session that has no time yet. @throws Problem `conflict` when it has, or is about to have */
  logFirstTime(actor: Actor, sessionId: string, input: LogTimeDto): Promise<PsaPushDto> {
    return this.request(actor, sessionId, async (session) => {
      if (session.has_time_entry) throw new Problem('conflict', 'The session has a time entry already.');
      const open = await selectOpenTimePush(this.database, actor.accountId, session.id);
      if (open !== null) throw new Problem('conflict', 'A time entry of the session is on its way already.');
      return timePayload(input, session);
    });
  }

  setStatus(actor: Actor, sessionId: string, { status }: SetPsaStatusDto): Promise<PsaPushDto> {
    return this.request(actor, sessionId, () => ({ kind: 'status', status }));
  }

  /** @throws Problem `not_found`, `psa_not_connected`, or `conflict` without a ticket */
  private request(
    actor: Actor,
    sessionId: string,
    payloadOf: (session: PushableSession) => PushPayload | Promise<PushPayload>,
  ): Promise<PsaPushDto> {
    return this.database.transaction(async () => {
      const { accountId } = actor;
      const owner = actor.ownSessionsOnly ? actor.id : null;
      const session = await lockPushableSession(this.database, accountId, sessionId, owner);
      if (!session) throw Problem.notFound('session');
      if (!(await selectConnection(this.database, accountId))) {
        throw new Problem('psa_not_connected', 'An admin has to connect the PSA in the settings first.');
      }
      const ticketId = session.psa_ticket_id;
      if (ticketId === null) throw new Problem('conflict', 'The session has no PSA ticket to push to.');
      const [id, payload] = [newId(), await payloadOf(session)];
      const people = peopleOf(actor, session, payload);
      const now = this.clock.now();
      await insertPush(this.database, { accountId, id, sessionId, ticketId, payload, ...people, attemptLimit: ATTEMPT_LIMIT, now });
      return this.pushes.find(accountId, id);
    });
  }
}

/** Time is dated at the session's opening unless told otherwise. */
function timePayload({ hours, notes, started_at, billable }: LogTimeDto, { created_at }: PushableSession): PushPayload {
  return {
    kind: 'time_entry',
    hours,
    notes: notes ?? null,
    started_at: (started_at === undefined ? created_at : new Date(started_at)).toISOString(),
    billable: billable ?? null,
  };
}

/** Time is its engineer's, whoever logs it; a note is its writer's, and the engineer's where a program writes. */
function peopleOf(actor: Actor, session: PushableSession, payload: PushPayload) {
  const createdBy = actor.kind === 'user' ? actor.id : null;
  const engineer = session.user_id;
  const userId = payload.kind === 'time_entry' ? (engineer ?? createdBy) : (createdBy ?? engineer);
  return { createdBy, userId };
}
