import { Module } from '@nestjs/common';

import { WindowModule } from '../window/index.js';
import { PsaActivityController } from './psa-activity.controller.js';
import { PsaActivityService } from './psa-activity.service.js';

@Module({
  imports: [WindowModule],
  controllers: [PsaActivityController],
  providers: [PsaActivityService],
  exports: [PsaActivityService],
})
export class PsaModule {}
