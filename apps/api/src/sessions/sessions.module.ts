import { Module } from '@nestjs/common';

import { FlowTrackingModule } from '../flow-tracking/index.js';
import { WindowModule } from '../window/index.js';
import { BulkController } from './bulk/bulk.controller.js';
import { LineStore } from './bulk/line-store.js';
import { SessionIngest } from './bulk/session-ingest.js';
import { SessionStatistics } from './bulk/session-statistics.query.js';
import { SessionListService } from './reading/session-list.service.js';
import { SessionTimelineService } from './reading/session-timeline.service.js';
import { SessionRecorder } from './recording/session-recorder.js';
import { SessionWriter } from './recording/session-writer.js';
import { SessionStepsController } from './session-steps.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [FlowTrackingModule, WindowModule],
  controllers: [BulkController, SessionController, SessionStepsController],
  providers: [
    SessionWriter,
    SessionRecorder,
    SessionService,
    SessionListService,
    SessionTimelineService,
    LineStore,
    SessionIngest,
    SessionStatistics,
  ],
  exports: [SessionService, SessionIngest],
})
export class SessionsModule {}
