export * from './flow-step.js';
export * from './flow-step-faults.js';
export * from './same-steps.js';
export type { StepFault, StepFaultCode } from './step-fault.js';
