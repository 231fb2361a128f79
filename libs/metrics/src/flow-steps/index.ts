export * from './flow-step.js';
export * from './flow-step-faults.js';
export type { StepFault, StepFaultCode } from './step-fault.js';
