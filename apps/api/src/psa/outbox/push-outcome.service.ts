import { Injectable } from '@nestjs/common';

import type { RecordPsaActivityDto } from '@flowpilot/contracts';
import type { PsaActivityType, PushKind } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../time/clock.js';
import { isWorthRetrying, type PsaError } from '../provider/psa-error.js';
import type { PostedEntry } from '../provider/psa-work.js';
import { PsaActivityService } from '../psa-activity.service.js';
import type { ClaimedPush } from './push-claims.query.js';
import {
  type EndedPush,
  isActivityTaken,
  linkActivity,
  markAdopted,
  markFailed,
  markSent,
  pauseAccount,
} from './push-outcome.query.js';
import { ATTEMPT_LIMIT, attemptsSinceMended, retryDelay } from './retry-delay.js';

const ACTIVITY_TYPES: Readonly<Record<PushKind, PsaActivityType>> = {
  note: 'note_posted',
  time_entry: 'time_entry_posted',
  status: 'status_updated',
};
const MOST_HOURS = 24;

/** Writes down how an attempt ended. */
@Injectable()
export class PushOutcomeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly activities: PsaActivityService,
  ) {}

  /** The push is sent, its activity recorded and its session flagged, all or nothing; nothing when the claim is lost. */
  async sent(push: ClaimedPush, posted: PostedEntry): Promise<void> {
    await this.database.transaction(async () => {
      const marked = await markSent(this.database, push, posted, this.clock.now());
      if (!marked) return;
      const activity = toActivity(push, marked.session_id, posted);
      await linkActivity(this.database, push.account_id, push.id, await this.record(push, activity));
    });
  }

  /** An entry of the PSA proves that a push which was given up did get through. Whether it was one that was given up. */
  adopt(accountId: string, id: string, posted: PostedEntry): Promise<boolean> {
    return this.database.transaction(async () => {
      const push = await markAdopted(this.database, accountId, id, posted, this.clock.now());
      if (!push) return false;
      const activity = toActivity(push, push.session_id, posted);
      await linkActivity(this.database, accountId, id, await this.record(push, activity));
      return true;
    });
  }

  /** @param maybeSentAt since when the PSA may hold the entry; null when it certainly does not */
  async failed(push: ClaimedPush, error: PsaError, maybeSentAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (error.retryAfterMs !== undefined) {
      await pauseAccount(this.database, push.account_id, new Date(now.getTime() + error.retryAfterMs));
    }
    const again = isWorthRetrying(error.kind) && push.attempts < mostAttempts(push, maybeSentAt);
    await markFailed(this.database, push, {
      kind: error.kind,
      message: error.message,
      nextAttemptAt: again ? new Date(now.getTime() + this.delay(push, error, maybeSentAt)) : null,
      maybeSentAt,
      now,
    });
  }

  private delay(push: ClaimedPush, error: PsaError, maybeSentAt: Date | null): number {
    const { retryBaseMs, quietMs } = this.settings.psa;
    const attempt = attemptsSinceMended(push.attempts, push.attempt_limit);
    const delay = retryDelay(attempt, retryBaseMs, Math.random());
    return Math.max(delay, error.retryAfterMs ?? 0, maybeSentAt === null ? 0 : quietMs);
  }

  /**
   * The activity's id. Another system may have recorded the entry already: then that activity is it, and of the push's
   * session if it was of none. When it belongs to another push, the account has changed to a PSA that numbers its entries anew, and the id is made distinct.
   */
  private async record(push: EndedPush, input: RecordPsaActivityDto): Promise<string> {
    const actor = actorOf(push);
    const { activity, isNew } = await this.activities.record(actor, input);
    if (isNew) return activity.id;
    if (!(await isActivityTaken(this.database, push.account_id, activity.id))) {
      if (input.session_id) await this.activities.attribute(push.account_id, activity, input.session_id);
      return activity.id;
    }
    input.psa_entry_id = `${input.psa_entry_id ?? ''} (${push.id})`;
    return (await this.activities.record(actor, input)).activity.id;
  }
}

/** What may have been sent is looked up, however often it was tried: attempts beyond the limit do not post. */
function mostAttempts({ attempt_limit: limit }: ClaimedPush, maybeSentAt: Date | null): number {
  return maybeSentAt === null ? limit : limit + ATTEMPT_LIMIT;
}

function actorOf({ account_id: accountId, user_id: id }: EndedPush): Actor {
  return { kind: id === null ? 'system' : 'user', id, accountId, ownSessionsOnly: false };
}

function toActivity(push: EndedPush, sessionId: string | null, posted: PostedEntry): RecordPsaActivityDto {
  const { payload } = push;
  const activity: RecordPsaActivityDto = {
    activity_type: ACTIVITY_TYPES[payload.kind],
    session_id: sessionId,
    psa_ticket_id: push.psa_ticket_id,
    psa_entry_id: posted.entryId,
  };
  if (payload.kind === 'time_entry') activity.hours_logged = storableHours(posted.hours ?? payload.hours);
  return activity;
}

/** What the PSA says is kept, as far as hours of one entry can be. */
function storableHours(hours: number): number {
  return Math.round(Math.min(Math.max(hours, 0), MOST_HOURS) * 10_000) / 10_000;
}
