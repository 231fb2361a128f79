import { type FlowStep, MAX_FLOW_STEPS } from './flow-step.js';
import { stepContentFaults } from './step-content-faults.js';
import { type StepFault, stepFault } from './step-fault.js';
import { stepGraphFaults } from './step-graph-faults.js';

/**
 * Everything that is wrong with the steps of a flow, in the order of its steps; empty when they are whole. No
 * steps at all are whole. An active flow may have no fault, an inactive one only those marked `unfinished`.
 */
export function flowStepFaults(steps: readonly FlowStep[]): StepFault[] {
  const tooMany = steps.length > MAX_FLOW_STEPS ? [stepFault('too_many_steps', '/steps', null)] : [];
  const faults = [...steps.flatMap(stepContentFaults), ...stepGraphFaults(steps)];
  return [...tooMany, ...faults.sort((a, b) => stepIndex(a) - stepIndex(b))];
}

function stepIndex(fault: StepFault): number {
  return Number(fault.pointer.split('/')[2]);
}
