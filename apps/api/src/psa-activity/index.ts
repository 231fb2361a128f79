export { PsaActivityModule } from './psa-activity.module.js';
export { type TimeEntryFacts, timeEntryFacts } from './time-entries.query.js';
