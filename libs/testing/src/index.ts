export { ConnectWiseStandIn } from './connectwise/connectwise-stand-in.js';
export { FAULT_KINDS, type Fault, type FaultKind } from './connectwise/faults.js';
export type { LedgerLine, Right } from './connectwise/stand-in-records.js';
