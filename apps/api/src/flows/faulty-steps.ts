import { type FlowStep, flowStepFaults } from '@flowpilot/metrics';

import { Problem } from '../http/problem.js';

/**
 * An active flow's steps are whole; an inactive one's may be unfinished.
 *
 * @throws Problem `validation_failed` that points at each fault.
 */
export function refuseFaultySteps(steps: readonly FlowStep[], isActive: boolean): void {
  const faults = flowStepFaults(steps).filter((fault) => isActive || !fault.unfinished);
  const [first] = faults;
  if (!first) return;
  const errors = faults.map(({ pointer, message }) => ({ pointer, message }));
  const why = faults.every((fault) => fault.unfinished) ? 'An active flow must have whole steps. ' : '';
  const detail = faults.length === 1 ? `${first.pointer}: ${first.message}` : `${faults.length} faults in the steps`;
  throw new Problem('validation_failed', `${why}${detail}`, errors);
}
