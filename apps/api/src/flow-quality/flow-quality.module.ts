import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { RollupsModule } from '../rollups/index.js';
import { FlowQualityController } from './flow-quality.controller.js';
import { FlowQualityService } from './flow-quality.service.js';

@Module({
  imports: [AnalyticsModule, RollupsModule],
  controllers: [FlowQualityController],
  providers: [FlowQualityService],
  exports: [FlowQualityService],
})
export class FlowQualityModule {}
