import { Injectable } from '@nestjs/common';

import type { SessionTimelineDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { SessionService } from '../session.service.js';
import { selectMoments } from './session-timeline.query.js';

const MOST_MOMENTS = 500;

/** What happened to a session, and what reached the PSA for it. */
@Injectable()
export class SessionTimelineService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
  ) {}

  /** @throws Problem `not_found`, to whoever may not see the session */
  async of(actor: Actor, id: string): Promise<SessionTimelineDto> {
    await this.sessions.get(actor, id);
    const latest = await selectMoments(this.database, actor.accountId, id, MOST_MOMENTS + 1);
    const shown = latest.slice(0, MOST_MOMENTS).reverse();
    return {
      items: shown.map((moment) => ({ ...moment, at: moment.at.toISOString() })),
      complete: latest.length <= MOST_MOMENTS,
    };
  }
}
