import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { CoverageModule } from '../coverage/index.js';
import { FlowQualityModule } from '../flow-quality/index.js';
import { RollupsModule } from '../rollups/index.js';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';

@Module({
  imports: [AnalyticsModule, CoverageModule, FlowQualityModule, RollupsModule],
  controllers: [OverviewController],
  providers: [OverviewService],
})
export class OverviewModule {}
