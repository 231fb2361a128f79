import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { Settings } from '../../config/settings.js';
import { SessionsModule } from '../../sessions/index.js';
import { WindowModule } from '../../window/index.js';
import { PsaConnectionModule } from '../connection/psa-connection.module.js';
import { PsaModule } from '../psa.module.js';
import { PushController } from './push.controller.js';
import { PushDelivery } from './push-delivery.js';
import { PushDraftService } from './push-draft.service.js';
import { PushListService } from './push-list.service.js';
import { PushMembers } from './push-members.js';
import { PushMendingService } from './push-mending.service.js';
import { PushOutcomeService } from './push-outcome.service.js';
import { PushRequestService } from './push-request.service.js';
import { PushWorker } from './push-worker.js';
import { SessionPushController } from './session-push.controller.js';

/** The way of sessions' work to the PSA. With `JOBS=off` this process only takes requests and shows them. */
@Module({
  imports: [WindowModule, SessionsModule, PsaModule, PsaConnectionModule],
  controllers: [PushController, SessionPushController],
  providers: [
    PushDelivery,
    PushDraftService,
    PushListService,
    PushMembers,
    PushMendingService,
    PushOutcomeService,
    PushRequestService,
    PushWorker,
  ],
  exports: [PushOutcomeService, PushRequestService, PushWorker],
})
export class PsaOutboxModule implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private ending: Promise<unknown> | undefined;

  constructor(
    private readonly worker: PushWorker,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.jobs === 'inline') this.worker.start();
  }

  /** All that works beside the requests ends at the same time. */
  onModuleDestroy(): void {
    this.ending = Promise.allSettled([this.worker.stop()]);
  }

  /** Before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.ending;
  }
}
