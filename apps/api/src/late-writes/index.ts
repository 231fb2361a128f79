export { noteLateEntries } from './late-entries.query.js';
export { noteLateWrites } from './late-writes.query.js';
export { CLOSED_AFTER_MS } from './rollup-lags.js';
