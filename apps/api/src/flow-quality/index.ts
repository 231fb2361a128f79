export { FlowQualityModule } from './flow-quality.module.js';
export { FlowQualityService } from './flow-quality.service.js';
