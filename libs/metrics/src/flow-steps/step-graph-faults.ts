import { type FlowStep, type StepExit, stepExits } from './flow-step.js';
import { exitPointer, type StepFault, stepFault, stepPointer } from './step-fault.js';

/**
 * What is wrong with how the steps hang together: ids used twice, exits that lead nowhere, loops, and steps that
 * the root does not reach. Of an unreachable branch only its first step is named. Linear in steps and exits,
 * without recursion.
 */
export function stepGraphFaults(steps: readonly FlowStep[]): StepFault[] {
  const indexOf = new Map<string, number>();
  const faults: StepFault[] = [];
  steps.forEach((step, index) => {
    if (indexOf.has(step.id)) faults.push(stepFault('duplicate_id', stepPointer(index, 'id'), step.id));
    else indexOf.set(step.id, index);
  });
  return [...faults, ...exitFaults(steps, indexOf), ...new StepWalk(steps, indexOf).faults()];
}

function exitFaults(steps: readonly FlowStep[], indexOf: ReadonlyMap<string, number>): StepFault[] {
  return steps.flatMap((step, index) =>
    stepExits(step).flatMap(({ next, option }) => {
      if (next === undefined) return [stepFault('missing_next', exitPointer(index, option), step.id)];
      return indexOf.has(next) ? [] : [stepFault('unknown_next', exitPointer(index, option), step.id)];
    }),
  );
}

interface Visit {
  readonly index: number;
  readonly exits: readonly StepExit[];
  taken: number;
}

/** A depth-first walk from the root, then from whatever it left out. */
class StepWalk {
  private readonly state: ('unseen' | 'open' | 'done')[];
  private readonly found: StepFault[] = [];

  constructor(
    private readonly steps: readonly FlowStep[],
    private readonly indexOf: ReadonlyMap<string, number>,
  ) {
    this.state = steps.map(() => 'unseen');
  }

  faults(): StepFault[] {
    const led = new Set(this.steps.flatMap((step) => stepExits(step).map((exit) => exit.next)));
    this.walkFrom(0);
    this.walkUnreachable((step) => !led.has(step.id));
    // What is left are branches that only their own loops lead to.
    this.walkUnreachable(() => true);
    return this.found;
  }

  private walkUnreachable(starts: (step: FlowStep) => boolean): void {
    this.steps.forEach((step, index) => {
      if (this.state[index] !== 'unseen' || this.indexOf.get(step.id) !== index || !starts(step)) return;
      this.found.push(stepFault('unreachable', stepPointer(index), step.id));
      this.walkFrom(index);
    });
  }

  private walkFrom(start: number): void {
    const path: Visit[] = [];
    this.enter(start, path);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const exit = visit.exits[visit.taken];
      visit.taken += 1;
      if (exit === undefined) {
        this.state[visit.index] = 'done';
        path.pop();
      } else {
        this.follow(visit, exit, path);
      }
    }
  }

  private follow(visit: Visit, exit: StepExit, path: Visit[]): void {
    const target = exit.next === undefined ? undefined : this.indexOf.get(exit.next);
    if (target === undefined) return;
    if (this.state[target] === 'open') {
      const stepId = this.steps[visit.index]?.id ?? null;
      this.found.push(stepFault('loop', exitPointer(visit.index, exit.option), stepId));
    }
    this.enter(target, path);
  }

  private enter(index: number, path: Visit[]): void {
    const step = this.steps[index];
    if (step === undefined || this.state[index] !== 'unseen') return;
    this.state[index] = 'open';
    path.push({ index, exits: stepExits(step), taken: 0 });
  }
}
