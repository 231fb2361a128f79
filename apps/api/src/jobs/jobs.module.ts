import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { Settings } from '../config/settings.js';
import { FlowStatsRecalculation, FlowTrackingModule } from '../flow-tracking/index.js';
import { HttpModule } from '../http/http.module.js';
import { PsaReconcileModule, PsaReconciliation } from '../psa/index.js';
import { RollupRefresh, RollupsModule, RollupVerification } from '../rollups/index.js';
import { ExpiredSweep } from './expired.sweep.js';
import { JOB_DEFINITIONS } from './job-definition.js';
import { JobQueue } from './job-queue.js';
import { JobRunsQuery } from './job-runs.query.js';
import { JobWorker } from './job-worker.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { schedule } from './schedule.js';

/** Recurring and on-demand work. With `JOBS=off` this process only asks for runs and shows them. */
@Module({
  imports: [FlowTrackingModule, HttpModule, PsaReconcileModule, RollupsModule],
  controllers: [JobsController],
  providers: [
    ExpiredSweep,
    JobQueue,
    JobRunsQuery,
    JobWorker,
    JobsService,
    {
      provide: JOB_DEFINITIONS,
      useFactory: schedule,
      inject: [FlowStatsRecalculation, ExpiredSweep, PsaReconciliation, RollupRefresh, RollupVerification],
    },
  ],
  exports: [JobQueue],
})
export class JobsModule implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private ending: Promise<unknown> | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.jobs === 'inline') await this.queue.work();
  }

  /** All that works beside the requests ends at the same time. */
  onModuleDestroy(): void {
    this.ending = Promise.allSettled([this.queue.stop()]);
  }

  /** Before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.ending;
  }
}
