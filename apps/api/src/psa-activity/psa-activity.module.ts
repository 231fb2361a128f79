import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { PsaActivityController } from './psa-activity.controller.js';
import { PsaActivityReadService } from './psa-activity.service.js';

@Module({
  imports: [AnalyticsModule],
  controllers: [PsaActivityController],
  providers: [PsaActivityReadService],
})
export class PsaActivityModule {}
