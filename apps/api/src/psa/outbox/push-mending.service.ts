import { Injectable } from '@nestjs/common';

import type { PsaPushDto, PushRetryDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { PushListService } from './push-list.service.js';
import { dismissPush, type Mending, retryFailedPushes, retryPush, selectLookUpTime } from './push-mending.query.js';
import { ATTEMPT_LIMIT } from './retry-delay.js';

const MINUTE_MS = 60_000;

/** What a person does about pushes that did not get through. */
@Injectable()
export class PushMendingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly pushes: PushListService,
  ) {}

  /** @throws Problem `not_found`, or `conflict` for a push that is sent or dismissed */
  async retry({ accountId }: Actor, id: string): Promise<PsaPushDto> {
    const retried = await retryPush(this.database, accountId, id, this.mending());
    return retried ? this.pushes.find(accountId, id) : this.refuse(accountId, id);
  }

  async retryAll({ accountId }: Actor): Promise<PushRetryDto> {
    return { retried: await retryFailedPushes(this.database, accountId, this.mending()) };
  }

  /**
   * @throws Problem `not_found`, `conflict` for a push that is sent, dismissed, or being sent, or `psa_outcome_unknown`
   * while it is still to be found out whether the PSA holds it
   */
  async dismiss(actor: Actor, id: string, reason: string): Promise<PsaPushDto> {
    const dismissal = { reason, by: actor.id, now: this.clock.now() };
    const dismissed = await dismissPush(this.database, actor.accountId, id, dismissal);
    if (dismissed) return this.pushes.find(actor.accountId, id);
    await this.refuseUnknown(actor.accountId, id);
    return this.refuse(actor.accountId, id);
  }

  private async refuseUnknown(accountId: string, id: string): Promise<void> {
    const at = await selectLookUpTime(this.database, accountId, id);
    if (!at) return;
    const wait = untilThen(at.getTime() - this.clock.now().getTime());
    throw new Problem(
      'psa_outcome_unknown',
      `It is not known yet whether the PSA stored this. It will be looked up ${wait}; what is not there can be dismissed then.`,
    );
  }

  private async refuse(accountId: string, id: string): Promise<never> {
    const { state } = await this.pushes.find(accountId, id);
    const open = state !== 'sent' && state !== 'dismissed';
    throw new Problem('conflict', open ? 'The push is being sent at this moment.' : `The push is ${state} already.`);
  }

  private mending(): Mending {
    return { now: this.clock.now(), attempts: ATTEMPT_LIMIT, quietMs: this.settings.psa.quietMs };
  }
}

function untilThen(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / MINUTE_MS);
  return minutes <= 1 ? 'within a minute' : `in about ${minutes} minutes`;
}
