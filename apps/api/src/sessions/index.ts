export { SessionIngest } from './bulk/session-ingest.js';
export * from './reading/session-predicates.js';
export { SessionService } from './session.service.js';
export { SessionsModule } from './sessions.module.js';
