export { entryParts } from './entry-parts.js';
export { funnelParts } from './funnel-parts.js';
export { RollupRefresh } from './rollup-refresh.js';
export { RollupsModule } from './rollups.module.js';
export { BUCKET_BOUNDS } from './session-columns.js';
export { domainParts, flowParts, sessionParts, SUMMED_PARTS } from './session-parts.js';
