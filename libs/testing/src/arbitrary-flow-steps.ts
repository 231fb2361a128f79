import fc from 'fast-check';

import { type FlowStep, MAX_STEP_OPTIONS, stepExits } from '@flowpilot/metrics';

interface OpenExit {
  readonly owner: number;
  readonly option: number | null;
}

/** Whole decision trees: every exit leads on, every step is reached, none loops; some steps are shared. */
export function arbitraryFlowSteps(maxGrowth = 30): fc.Arbitrary<FlowStep[]> {
  return fc
    .record({
      growth: fc.array(fc.nat(), { maxLength: maxGrowth }),
      closing: fc.array(fc.nat(), { minLength: 1, maxLength: maxGrowth }),
      order: fc.infiniteStream(fc.nat()),
    })
    .map(({ growth, closing, order }) => shuffledAfterRoot(closed(grown(growth), closing), order));
}

/** A tree in the making: each number picks an open exit and what grows there. */
function grown(growth: readonly number[]): FlowStep[] {
  const steps: FlowStep[] = [];
  for (const choice of growth) {
    const exits = openExits(steps);
    const exit = exits[choice % Math.max(exits.length, 1)];
    if (steps.length > 0 && exit === undefined) break;
    const id = `s${steps.length}`;
    steps.push(unfinishedStep(id, choice >> 4));
    if (exit) link(steps, exit, id);
  }
  return steps;
}

/** Each exit left open leads to a new outcome, or to a step made after its owner, which cannot loop. */
function closed(steps: FlowStep[], closing: readonly number[]): FlowStep[] {
  if (steps.length === 0) return [];
  const grownLength = steps.length;
  openExits(steps).forEach((exit, position) => {
    const choice = closing[position % closing.length] ?? 0;
    const later = steps.slice(exit.owner + 1, grownLength);
    const shared = choice % 3 === 0 ? later[choice % Math.max(later.length, 1)] : undefined;
    const id = shared?.id ?? `s${steps.length}`;
    if (!shared) steps.push({ id, kind: 'outcome', title: `End ${id}`, outcome: choice % 2 ? 'resolved' : 'escalated' });
    link(steps, exit, id);
  });
  return steps;
}

function unfinishedStep(id: string, choice: number): FlowStep {
  if (choice % 2 === 0) return { id, kind: 'instruction', title: `Do ${id}` };
  const options = Array.from({ length: 2 + (choice % (MAX_STEP_OPTIONS - 1)) }, (_, option) => ({
    label: `Answer ${option}`,
  }));
  return { id, kind: 'question', title: `Is it ${id}?`, options };
}

function openExits(steps: readonly FlowStep[]): OpenExit[] {
  return steps.flatMap((step, owner) =>
    stepExits(step)
      .filter((exit) => exit.next === undefined)
      .map(({ option }) => ({ owner, option })),
  );
}

function link(steps: readonly FlowStep[], { owner, option }: OpenExit, next: string): void {
  const step = steps[owner];
  const place = option === null ? step : step?.options?.[option];
  if (place) place.next = next;
}

function shuffledAfterRoot(steps: readonly FlowStep[], order: fc.Stream<number>): FlowStep[] {
  const [root, ...others] = steps;
  if (root === undefined) return [];
  const keys = [...order.take(others.length)];
  const shuffled = others
    .map((step, index) => ({ step, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ step }) => step);
  return [root, ...shuffled];
}
