import { type FlowStep, stepExits } from '@flowpilot/metrics';

import { placeKey, placesOf, type StepPlace, type Steps } from '../steps/step-graph.js';

/**
 * One line of the outline: a step where it is first come to, a reference to a step listed elsewhere, or an answer
 * that leads nowhere yet.
 */
export interface OutlineLine {
  readonly key: string;
  readonly kind: 'step' | 'reference' | 'open';
  /** The exit that the line stands at; null for the root and for steps that nothing leads to. */
  readonly place: StepPlace | null;
  /** The answer that leads here. */
  readonly label: string | null;
  /** The step, or the step referred to; null on an open line. */
  readonly step: FlowStep | null;
  /** Steps are numbered in the order of the outline, from 1; a reference carries its step's number. */
  readonly number: number | null;
  /** Answers are set in by one; an instruction and what follows it stand at the same depth. */
  readonly depth: number;
  /** Index of the line of the step that leads here. */
  readonly parent: number | null;
  /** The root does not lead here. */
  readonly detached: boolean;
}

/** The outline of a flow: the tree from its root, then what is not connected to it. Linear, without recursion. */
export function outlineLines(steps: Steps): OutlineLine[] {
  return new OutlineWriter(steps).write();
}

type Waiting = Pick<OutlineLine, 'place' | 'label' | 'depth' | 'parent' | 'detached'> & { next: string | undefined };

class OutlineWriter {
  private readonly lines: OutlineLine[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly byId: ReadonlyMap<string, FlowStep>;

  constructor(private readonly steps: Steps) {
    this.byId = new Map(steps.map((step) => [step.id, step]));
  }

  write(): OutlineLine[] {
    const led = new Set(placesOf(this.steps).map(({ next }) => next));
    this.writeFrom(this.steps[0], false);
    for (const step of this.steps) if (!led.has(step.id)) this.writeFrom(step, true);
    // What is left are steps that only their own loops lead to.
    for (const step of this.steps) this.writeFrom(step, true);
    return this.lines;
  }

  private writeFrom(start: FlowStep | undefined, detached: boolean): void {
    if (!start || this.numbers.has(start.id)) return;
    const waiting: Waiting[] = [{ place: null, label: null, depth: 0, parent: null, detached, next: start.id }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      waiting.push(...this.writeLine(next).reverse());
    }
  }

  /** Writes one line and answers what follows below it. */
  private writeLine({ next, ...line }: Waiting): Waiting[] {
    const step = next === undefined ? undefined : this.byId.get(next);
    if (!step) {
      this.writeOpen(line);
      return [];
    }
    const number = this.numbers.get(step.id);
    if (number !== undefined) {
      this.lines.push({ ...line, key: line.place ? placeKey(line.place) : step.id, kind: 'reference', step, number });
      return [];
    }
    this.numbers.set(step.id, this.numbers.size + 1);
    const parent = this.lines.push({ ...line, key: step.id, kind: 'step', step, number: this.numbers.size }) - 1;
    return stepExits(step).map((exit) => ({
      place: { stepId: step.id, option: exit.option },
      label: exit.label,
      depth: exit.option === null ? line.depth : line.depth + 1,
      parent,
      detached: line.detached,
      next: exit.next,
    }));
  }

  /** An instruction without a next step says so on its own line, an answer has one. */
  private writeOpen(line: Omit<Waiting, 'next'>): void {
    if (line.place && line.label !== null) {
      this.lines.push({ ...line, key: placeKey(line.place), kind: 'open', step: null, number: null });
    }
  }
}
