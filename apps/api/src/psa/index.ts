export { PsaConnectionModule } from './connection/psa-connection.module.js';
export { PsaOutboxModule } from './outbox/psa-outbox.module.js';
export * from './psa-activity-predicates.js';
export { PsaActivityService } from './psa-activity.service.js';
export { PsaModule } from './psa.module.js';
export { PsaReconcileModule } from './reconcile/psa-reconcile.module.js';
export { PsaReconciliation } from './reconcile/psa-reconciliation.js';
export { UnloggedModule } from './unlogged/unlogged.module.js';
