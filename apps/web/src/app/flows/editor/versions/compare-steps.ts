import type { FlowStep } from '@flowpilot/metrics';

import type { Steps } from '../steps/step-graph.js';
import { type FieldChange, fieldChanges, targetsOf } from './field-changes.js';
import { movedSteps } from './moved-steps.js';
import { type StepLine, stepLines } from './step-lines.js';

export type StepChange = 'added' | 'removed' | 'edited' | 'moved';

/** How one step differs between two versions. */
export interface StepDifference {
  readonly step: FlowStep;
  /** Its number in the later version; of a removed step, in the earlier one. */
  readonly number: number;
  readonly changes: readonly StepChange[];
  /** What an edited step said before and says now. */
  readonly fields: readonly FieldChange[];
}

/**
 * The steps that differ, in the order of the later outline; a removed one stands behind the step that it stood
 * behind. Steps are the same step when their ids are. That others were added, removed or moved before or behind a
 * step is told of those, not of it.
 */
export function compareSteps(before: Steps, after: Steps): StepDifference[] {
  const [earlier, later] = [stepLines(before), stepLines(after)];
  const previous = new Map(earlier.map(({ step }) => [step.id, step]));
  const moved = movedSteps(earlier, later);
  const targets = { before: targetsOf(before), after: targetsOf(after) };
  const differences = later.flatMap((line) => {
    const was = previous.get(line.step.id);
    if (!was) return [difference(line, ['added'])];
    const fields = fieldChanges(was, line.step, targets);
    const changes: StepChange[] = moved.has(line.step.id) ? ['moved'] : [];
    if (fields.length > 0) changes.push('edited');
    return changes.length > 0 ? [difference(line, changes, fields)] : [];
  });
  return withRemoved(differences, earlier, later);
}

function difference(line: StepLine, changes: StepChange[], fields: FieldChange[] = []): StepDifference {
  return { step: line.step, number: line.number, changes, fields };
}

function withRemoved(
  differences: readonly StepDifference[],
  earlier: readonly StepLine[],
  later: readonly StepLine[],
): StepDifference[] {
  const order = new Map(later.map(({ step, number }) => [step.id, number]));
  let behind = 0;
  const removed = earlier.flatMap((line) => {
    const kept = order.get(line.step.id);
    if (kept !== undefined) behind = kept;
    return kept === undefined ? [{ behind: behind + 0.5, difference: difference(line, ['removed']) }] : [];
  });
  const present = differences.map((given) => ({ behind: given.number, difference: given }));
  return [...present, ...removed].sort((a, b) => a.behind - b.behind).map((entry) => entry.difference);
}
