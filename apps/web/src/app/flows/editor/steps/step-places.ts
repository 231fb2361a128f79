import type { OutlineLine } from '../outline/outline-lines.js';
import type { StepPlace } from './step-graph.js';

/**
 * Where a step that is added at a line goes: behind an instruction, at the first answer of a question that leads
 * nowhere (else the first), at an answer without a step, before an outcome; null is before the root, undefined
 * where nothing can be added.
 */
export function placeAfter(line: OutlineLine | null): StepPlace | null | undefined {
  const step = line?.kind === 'step' ? line.step : null;
  if (!step || step.kind === 'outcome') return line?.detached && line.place === null ? undefined : (line?.place ?? null);
  if (step.kind === 'instruction') return { stepId: step.id, option: null };
  const options = step.options ?? [];
  const open = options.findIndex(({ next }) => next === undefined);
  return options.length === 0 ? undefined : { stepId: step.id, option: Math.max(open, 0) };
}
