export { PsaActivityService } from './psa-activity.service.js';
export { PsaModule } from './psa.module.js';
