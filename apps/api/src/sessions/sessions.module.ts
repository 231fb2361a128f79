import { Module } from '@nestjs/common';

import { FlowTrackingModule } from '../flow-tracking/index.js';
import { WindowModule } from '../window/index.js';
import { SessionListService } from './reading/session-list.service.js';
import { SessionRecorder } from './recording/session-recorder.js';
import { SessionWriter } from './recording/session-writer.js';
import { SessionStepsController } from './session-steps.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [FlowTrackingModule, WindowModule],
  controllers: [SessionController, SessionStepsController],
  providers: [SessionWriter, SessionRecorder, SessionService, SessionListService],
  exports: [SessionService],
})
export class SessionsModule {}
