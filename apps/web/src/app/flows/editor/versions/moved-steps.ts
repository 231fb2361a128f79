import { longestRise } from './longest-rise.js';
import { matchedOptions } from './matched-options.js';
import type { StepLine } from './step-lines.js';

/**
 * The ids of the steps that stand elsewhere: behind another answer of the questions that both versions have, or in
 * another order behind the same one. Of two that changed places, one has moved.
 */
export function movedSteps(before: readonly StepLine[], after: readonly StepLine[]): Set<string> {
  const shared = sharedQuestions(before, after);
  const earlier = new Map(before.map((line) => [line.step.id, { number: line.number, branch: branchBefore(line, shared) }]));
  const moved = new Set<string>();
  const stayed = new Map<string, { id: string; number: number }[]>();
  for (const line of after) {
    const was = earlier.get(line.step.id);
    const branch = branchAfter(line, shared);
    if (was && was.branch !== branch) moved.add(line.step.id);
    else if (was) stayed.set(branch, [...(stayed.get(branch) ?? []), { id: line.step.id, number: was.number }]);
  }
  for (const steps of stayed.values()) {
    const rise = new Set(longestRise(steps.map(({ number }) => number)));
    steps.forEach(({ id }, index) => rise.has(index) || moved.add(id));
  }
  return moved;
}

/** Questions of both versions, each with which of its answers is which: later index to earlier index. */
type SharedQuestions = ReadonlyMap<string, ReadonlyMap<number, number>>;

function sharedQuestions(before: readonly StepLine[], after: readonly StepLine[]): SharedQuestions {
  const questions = new Map(before.flatMap(({ step }) => (step.options ? [[step.id, step.options]] : [])));
  return new Map(
    after.flatMap(({ step }) => {
      const options = questions.get(step.id);
      return options && step.options ? [[step.id, matchedOptions(options, step.options)]] : [];
    }),
  );
}

function branchBefore({ answers }: StepLine, shared: SharedQuestions): string {
  const answer = answers.find(({ stepId }) => shared.has(stepId));
  return answer ? `${answer.stepId}/${answer.option}` : '';
}

function branchAfter({ answers }: StepLine, shared: SharedQuestions): string {
  const answer = answers.find(({ stepId }) => shared.has(stepId));
  if (!answer) return '';
  const option = shared.get(answer.stepId)?.get(answer.option);
  return `${answer.stepId}/${option ?? `new ${answer.option}`}`;
}
