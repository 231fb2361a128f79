export { CoverageModule } from './coverage.module.js';
export { CoverageService } from './coverage.service.js';
