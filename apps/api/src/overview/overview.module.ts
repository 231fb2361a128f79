import { Module } from '@nestjs/common';

import { CoverageModule } from '../coverage/index.js';
import { FlowQualityModule } from '../flow-quality/index.js';
import { WindowModule } from '../window/index.js';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';

@Module({
  imports: [WindowModule, CoverageModule, FlowQualityModule],
  controllers: [OverviewController],
  providers: [OverviewService],
})
export class OverviewModule {}
