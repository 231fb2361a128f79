import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { RollupsModule } from '../rollups/index.js';
import { PsaActivityController } from './psa-activity.controller.js';
import { PsaActivityReadService } from './psa-activity.service.js';

@Module({
  imports: [AnalyticsModule, RollupsModule],
  controllers: [PsaActivityController],
  providers: [PsaActivityReadService],
})
export class PsaActivityModule {}
