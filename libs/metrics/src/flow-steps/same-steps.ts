import type { FlowStep } from './flow-step.js';

/** Whether two lists say the same, steps and answers in the same order. */
export function sameSteps(a: readonly FlowStep[], b: readonly FlowStep[]): boolean {
  return a === b || (a.length === b.length && a.every((step, index) => sameStep(step, b[index])));
}

function sameStep(a: FlowStep, b: FlowStep | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      a.kind === b.kind &&
      a.title === b.title &&
      a.body === b.body &&
      a.next === b.next &&
      a.outcome === b.outcome &&
      sameOptions(a, b))
  );
}

function sameOptions({ options: a }: FlowStep, { options: b }: FlowStep): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every(({ label, next }, index) => label === b[index]?.label && next === b[index].next);
}
