import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { Settings } from '../config/settings.js';
import { FlowsModule } from '../flows/index.js';
import { SessionsModule } from '../sessions/index.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';
import { ImportPreviewService } from './preview/import-preview.service.js';
import { FileCheck } from './receiving/file-check.js';
import { ImportReceiver } from './receiving/import-receiver.js';
import { ImportSurroundings } from './running/import-surroundings.js';
import { ImportWorker } from './running/import-worker.js';

/** Files that people upload. With `JOBS=off` this process only takes them and shows how far they are. */
@Module({
  imports: [AccountsModule, FlowsModule, SessionsModule],
  controllers: [ImportController],
  providers: [FileCheck, ImportPreviewService, ImportReceiver, ImportService, ImportSurroundings, ImportWorker],
})
export class ImportsModule implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private ending: Promise<unknown> | undefined;

  constructor(
    private readonly worker: ImportWorker,
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
