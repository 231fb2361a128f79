export { type EntryCounts, entryTally } from './reading/entry-tally.js';
export { type FunnelCounts, funnelTally, UNLOGGED_SESSIONS } from './reading/funnel-tally.js';
export { RolledCounts } from './reading/rolled-counts.js';
export { DOMAIN_TALLY, type DomainCounts, FLOW_TALLY, type FlowCounts, SESSION_TALLY, type SessionCounts } from './reading/session-tallies.js';
export type { Piece, Stretch } from './reading/stretch-plan.js';
export { columnsOf, type WindowCounts } from './reading/window-counts.js';
export { BUSY_FROM, REFRESHES_AT_ONCE, RollupRefresh } from './rollup-refresh.js';
export { RollupVerification } from './rollup-verification.js';
export { RollupsModule } from './rollups.module.js';
