import { Module } from '@nestjs/common';

import { AnalyticsModule } from '../analytics/analytics.module.js';
import { FlowQualityController } from './flow-quality.controller.js';
import { FlowQualityService } from './flow-quality.service.js';

@Module({
  imports: [AnalyticsModule],
  controllers: [FlowQualityController],
  providers: [FlowQualityService],
  exports: [FlowQualityService],
})
export class FlowQualityModule {}
