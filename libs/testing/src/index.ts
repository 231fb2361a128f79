export * from './account-row.js';
export { ConnectWiseStandIn } from './connectwise/connectwise-stand-in.js';
export { FAULT_KINDS, type Fault, type FaultKind } from './connectwise/faults.js';
export type { LedgerLine, Right } from './connectwise/stand-in-records.js';
export * from './flow-row.js';
export * from './psa-row.js';
export * from './rows.js';
export * from './scenario.js';
export * from './session-row.js';
