export type { SessionStep, TrackedSession } from './contribution.js';
export { FlowStatsRecalculation } from './flow-stats-recalculation.js';
export { FlowTrackingModule } from './flow-tracking.module.js';
export { FlowTracking } from './flow-tracking.service.js';
