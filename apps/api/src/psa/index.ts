export { PsaConnectionModule } from './connection/psa-connection.module.js';
export { PsaOutboxModule } from './outbox/psa-outbox.module.js';
export { PsaActivityService } from './psa-activity.service.js';
export { PsaModule } from './psa.module.js';
export { UnloggedModule } from './unlogged/unlogged.module.js';
