import { type FlowStep, flowStepFaults, type StepFault } from '@flowpilot/metrics';

import type { OutlineLine } from '../outline/outline-lines.js';
import { placeKey } from '../steps/step-graph.js';
import { FAULT_BADGES, faultSentence } from './fault-words.js';

/** What is wrong with a step, in the editor's words. */
export interface StepProblem {
  /** In a few words, beside the step. */
  readonly badge: string;
  /** In a sentence that names the step by its number. */
  readonly sentence: string;
  /** The line of the outline that it stands at: of the step, or of one answer; null when it is the whole flow's. */
  readonly lineKey: string | null;
  /** The number of the step, for the way there. */
  readonly number: number | null;
  /** Bars the flow only from being active. */
  readonly unfinished: boolean;
}

/** What is wrong with the steps of a draft, in the order of the outline. */
export function stepProblems(steps: readonly FlowStep[], lines: readonly OutlineLine[]): StepProblem[] {
  const places = new Map(lines.map((line, index) => [line.key, { index, number: line.number }]));
  return flowStepFaults(steps)
    .map((fault) => ({ fault, lineKey: lineKeyOf(fault, places) }))
    .sort((a, b) => (places.get(a.lineKey ?? '')?.index ?? -1) - (places.get(b.lineKey ?? '')?.index ?? -1))
    .map(({ fault, lineKey }) => {
      const number = places.get(fault.stepId ?? '')?.number ?? null;
      const sentence = faultSentence(fault, steps, number);
      return { badge: FAULT_BADGES[fault.code], sentence, lineKey, number, unfinished: fault.unfinished };
    });
}

/** An answer at fault has a line of its own where it leads nowhere or back. */
function lineKeyOf({ pointer, stepId }: StepFault, places: ReadonlyMap<string, unknown>): string | null {
  if (stepId === null) return null;
  const exit = /^\/steps\/\d+(?:\/options\/(\d+))?\/next$/.exec(pointer);
  const key = exit && placeKey({ stepId, option: exit[1] === undefined ? null : Number(exit[1]) });
  return key !== null && places.has(key) ? key : stepId;
}
