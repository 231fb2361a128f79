import { Module } from '@nestjs/common';

import { WindowModule } from '../window/index.js';
import { FlowQualityController } from './flow-quality.controller.js';
import { FlowQualityService } from './flow-quality.service.js';

@Module({
  imports: [WindowModule],
  controllers: [FlowQualityController],
  providers: [FlowQualityService],
  exports: [FlowQualityService],
})
export class FlowQualityModule {}
