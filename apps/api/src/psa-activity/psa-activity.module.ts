import { Module } from '@nestjs/common';

import { WindowModule } from '../window/index.js';
import { PsaActivityController } from './psa-activity.controller.js';
import { PsaActivityReadService } from './psa-activity.service.js';

@Module({
  imports: [WindowModule],
  controllers: [PsaActivityController],
  providers: [PsaActivityReadService],
})
export class PsaActivityModule {}
