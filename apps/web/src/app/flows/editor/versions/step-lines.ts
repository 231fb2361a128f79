import type { FlowStep } from '@flowpilot/metrics';

import { type OutlineLine, outlineLines } from '../outline/outline-lines.js';
import type { Steps } from '../steps/step-graph.js';

/** A line of the outline that shows a step where it is first come to. */
export interface StepLine {
  readonly step: FlowStep;
  readonly number: number;
  /** The answers on the way to the step, the last one first, each as the question's id and the answer's index. */
  readonly answers: readonly StepAnswer[];
}

export interface StepAnswer {
  readonly stepId: string;
  readonly option: number;
}

/** The steps of a flow in the order of its outline. */
export function stepLines(steps: Steps): StepLine[] {
  const lines = outlineLines(steps);
  const answers: (readonly StepAnswer[])[] = [];
  return lines.flatMap((line, index) => {
    answers[index] = answersTo(line, answers);
    return line.kind === 'step' && line.step && line.number !== null
      ? [{ step: line.step, number: line.number, answers: answers[index] }]
      : [];
  });
}

function answersTo({ parent, place }: OutlineLine, answers: readonly (readonly StepAnswer[])[]): readonly StepAnswer[] {
  const above = (parent === null ? undefined : answers[parent]) ?? [];
  if (place === null) return above;
  const { stepId, option } = place;
  return option === null ? above : [{ stepId, option }, ...above];
}
