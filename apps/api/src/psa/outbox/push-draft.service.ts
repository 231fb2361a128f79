import { Injectable } from '@nestjs/common';

import type { PushDraftDto } from '@flowpilot/contracts';
import { MINUTES_DECIMALS, roundHalfUp, suggestedHours } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { SessionService } from '../../sessions/index.js';
import { Clock } from '../../time/clock.js';
import { selectConnection } from '../connection/connection.query.js';
import { timeIncrementOf } from '../connection/requested-connection.js';
import { draftNote } from './draft-note.js';
import { selectDraft } from './push-draft.query.js';

/** What a person's pushes begin with. */
@Injectable()
export class PushDraftService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
  ) {}

  /** @throws Problem `not_found` when the actor does not see the session */
  async draft(actor: Actor, sessionId: string): Promise<PushDraftDto> {
    const { id } = await this.sessions.get(actor, sessionId);
    const row = await selectDraft(this.database, actor.accountId, id, this.clock.now());
    if (!row) throw Problem.notFound('session');
    const connection = await selectConnection(this.database, actor.accountId);
    return {
      connected: connection !== undefined,
      psa_ticket_id: row.psa_ticket_id,
      note: draftNote(row),
      minutes: roundHalfUp(row.minutes, MINUTES_DECIMALS),
      hours: suggestedHours(row.minutes, timeIncrementOf(connection)),
    };
  }
}
