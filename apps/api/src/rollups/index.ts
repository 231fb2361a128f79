export { ENTRY_PARTS } from './entry-parts.js';
export { funnelParts } from './funnel-parts.js';
export { countedStretches, type Stretch } from './rolled-days.js';
export { BUSY_FROM, REFRESHES_AT_ONCE, RollupRefresh } from './rollup-refresh.js';
export { RollupVerification } from './rollup-verification.js';
export { RollupsModule } from './rollups.module.js';
export { BUCKET_BOUNDS } from './session-columns.js';
export { DOMAIN_PARTS, FLOW_PARTS, SESSION_PARTS, SUMMED_PARTS } from './session-parts.js';
