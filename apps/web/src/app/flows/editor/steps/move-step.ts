import type { FlowStep } from '@flowpilot/metrics';

import {
  leadingTo,
  led,
  placesOf,
  reachedFrom,
  redirected,
  samePlace,
  stepAt,
  stepOf,
  type StepPlace,
  type Steps,
} from './step-graph.js';

/** Earlier or later among its neighbours. */
export type MoveDirection = -1 | 1;

/**
 * The steps with the branch at one place exchanged for what stands at the other. Neither side may lie within the
 * other, so nothing is lost and no loop can come about; otherwise nothing moves.
 */
export function exchangeBranches(steps: Steps, from: StepPlace, to: StepPlace): readonly FlowStep[] {
  if (!exchangeablePlaces(steps, from).some((place) => samePlace(place, to))) return steps;
  return led(led(steps, from, stepAt(steps, to)), to, stepAt(steps, from));
}

/** The places with which the branch at `from` may be exchanged. */
export function exchangeablePlaces(steps: Steps, from: StepPlace): StepPlace[] {
  const moved = stepAt(steps, from);
  const branch = reachedFrom(steps, [moved]);
  const above = leadingTo(steps, from.stepId);
  return placesOf(steps)
    .filter(({ place, next }) => next !== moved && !branch.has(place.stepId) && !above.has(next ?? ''))
    .map(({ place }) => place);
}

/**
 * The steps with what stands at `place` moved among its neighbours: an answer and its branch among the answers of
 * the question, the instruction `id` along its chain. Unchanged where there is no neighbour to pass.
 */
export function moveAmongNeighbours(
  steps: Steps,
  place: StepPlace | null,
  id: string | undefined,
  direction: MoveDirection,
): readonly FlowStep[] {
  if (place !== null && place.option !== null) return moveOption(steps, place.stepId, place.option, direction);
  const moved = stepOf(steps, id);
  if (direction === -1) return place === null ? steps : passEarlier(steps, place.stepId, moved);
  return moved?.kind === 'instruction' ? passEarlier(steps, moved.id, stepOf(steps, moved.next)) : steps;
}

function moveOption(steps: Steps, stepId: string, option: number, direction: MoveDirection): readonly FlowStep[] {
  const options = stepOf(steps, stepId)?.options ?? [];
  const [moved, passed] = [options[option], options[option + direction]];
  if (!moved || !passed) return steps;
  const reordered = options.with(option, passed).with(option + direction, moved);
  return steps.map((step) => (step.id === stepId ? { ...step, options: reordered } : step));
}

/** The instruction `moved`, which follows the instruction `passedId`, comes before it. */
function passEarlier(steps: Steps, passedId: string, moved: FlowStep | undefined): readonly FlowStep[] {
  const passed = stepOf(steps, passedId);
  if (moved?.kind !== 'instruction' || passed?.kind !== 'instruction' || moved.next === passedId) return steps;
  const behind = led(steps, { stepId: passedId, option: null }, moved.next);
  return led(redirected(behind, passedId, moved.id), { stepId: moved.id, option: null }, passedId);
}
