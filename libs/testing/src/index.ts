export * from './account-row.js';
export * from './arbitrary-flow-steps.js';
export * from './flow-row.js';
export * from './flow-step-samples.js';
export * from './psa-row.js';
export * from './rows.js';
export * from './scenario.js';
export * from './session-row.js';
