export { CategoryService } from './category.service.js';
export { FlowService } from './flow.service.js';
export { FlowsModule } from './flows.module.js';
