import { type FlowStep, MAX_FLOW_STEPS, type StepKind } from '@flowpilot/metrics';

import { newStep } from './new-step.js';
import { led, stepAt, type StepPlace, type Steps } from './step-graph.js';

/** The kinds that may be added at a place: an outcome only where nothing follows. */
export function addableKinds(steps: Steps, place: StepPlace | null): StepKind[] {
  if (steps.length >= MAX_FLOW_STEPS) return [];
  const open = stepAt(steps, place) === undefined;
  return open ? ['question', 'instruction', 'outcome'] : ['question', 'instruction'];
}

/** The steps with a new one at the place (null: before the root); what stood there follows it. */
export function addStep(steps: Steps, place: StepPlace | null, kind: StepKind, id: string): readonly FlowStep[] {
  if (!addableKinds(steps, place).includes(kind)) return steps;
  const added = newStep(id, kind, stepAt(steps, place));
  if (place === null) return [added, ...steps];
  const owner = steps.findIndex((step) => step.id === place.stepId);
  return led(steps, place, id).toSpliced(owner + 1, 0, added);
}
