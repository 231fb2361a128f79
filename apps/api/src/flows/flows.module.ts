import { Module } from '@nestjs/common';

import { CategoryController } from './category.controller.js';
import { CategoryService } from './category.service.js';
import { FlowController } from './flow.controller.js';
import { FlowService } from './flow.service.js';

@Module({
  controllers: [CategoryController, FlowController],
  providers: [CategoryService, FlowService],
  exports: [CategoryService, FlowService],
})
export class FlowsModule {}
