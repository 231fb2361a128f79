import { type FlowStep, stepExits } from '@flowpilot/metrics';

import { reachedFrom, reachedFromRoot, redirected, relinked, stepOf, type StepPlace, type Steps } from './step-graph.js';

/** The steps without this one and all that only it led to. Other ways to it end open. */
export function deleteBranch(steps: Steps, id: string): readonly FlowStep[] {
  if (!stepOf(steps, id)) return steps;
  const remaining = redirected(steps, id, undefined).filter((step) => step.id !== id);
  const wasReached = reachedFromRoot(steps);
  if (steps[0]?.id === id) return without(remaining, (step) => wasReached.has(step.id));
  return wasReached.has(id)
    ? withoutNewlyUnreached(steps, remaining)
    : withoutDetachedBranch(steps, remaining, id);
}

/** The steps without this one, what followed it in its place; of a question, only the first answer's branch stays. */
export function deleteStep(steps: Steps, id: string): readonly FlowStep[] {
  const step = stepOf(steps, id);
  if (!step) return steps;
  const follower = stepExits(step).find((exit) => exit.next !== id && stepOf(steps, exit.next))?.next;
  const remaining = redirected(steps, id, follower).filter((kept) => kept.id !== id);
  return withoutNewlyUnreached(steps, remaining);
}

/** The question without one of its answers, and without the steps that only this answer led to. */
export function deleteOption(steps: Steps, { stepId, option }: StepPlace): readonly FlowStep[] {
  const remaining = steps.map((step) =>
    step.id === stepId ? { ...step, options: step.options?.filter((_, index) => index !== option) } : step,
  );
  return withoutNewlyUnreached(steps, remaining);
}

/** The ids that are in `before` and no longer in `after`. */
export function deletedIds(before: Steps, after: Steps): string[] {
  const kept = new Set(after.map((step) => step.id));
  return before.filter((step) => !kept.has(step.id)).map((step) => step.id);
}

function withoutNewlyUnreached(before: Steps, after: Steps): FlowStep[] {
  const wasReached = reachedFromRoot(before);
  const isReached = reachedFromRoot(after);
  return without(after, (step) => wasReached.has(step.id) && !isReached.has(step.id));
}

/** Nothing leads to the branch from the root: it goes as far as no other unconnected step leads into it. */
function withoutDetachedBranch(before: Steps, after: Steps, id: string): FlowStep[] {
  const branch = reachedFrom(before, [id]);
  const others = after.filter((step) => !branch.has(step.id)).map((step) => step.id);
  const kept = reachedFrom(after, [after[0]?.id, ...others]);
  return without(after, (step) => branch.has(step.id) && !kept.has(step.id));
}

function without(steps: Steps, isGone: (step: FlowStep) => boolean): FlowStep[] {
  const kept = steps.filter((step) => !isGone(step));
  const gone = new Set(deletedIds(steps, kept));
  return relinked(kept, (next) => (next !== undefined && gone.has(next) ? undefined : next));
}
