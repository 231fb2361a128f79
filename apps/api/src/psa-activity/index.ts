export { PsaActivityModule } from './psa-activity.module.js';
export { NO_TIME_ENTRIES, windowHours } from './time-entries.js';
export type { TimeEntryFacts } from './time-entries.query.js';
