import { Module } from '@nestjs/common';

import { FlowStatsRecalculation } from './flow-stats-recalculation.js';
import { FlowTracking } from './flow-tracking.service.js';

@Module({
  providers: [FlowTracking, FlowStatsRecalculation],
  exports: [FlowTracking, FlowStatsRecalculation],
})
export class FlowTrackingModule {}
