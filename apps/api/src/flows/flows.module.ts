import { Module } from '@nestjs/common';

import { CategoryController } from './category.controller.js';
import { CategoryService } from './category.service.js';
import { FlowVersionController } from './flow-version.controller.js';
import { FlowVersionService } from './flow-version.service.js';
import { FlowController } from './flow.controller.js';
import { FlowService } from './flow.service.js';

@Module({
  controllers: [CategoryController, FlowController, FlowVersionController],
  providers: [CategoryService, FlowService, FlowVersionService],
  exports: [CategoryService, FlowService],
})
export class FlowsModule {}
