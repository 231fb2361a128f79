import type { FlowStep, StepOutcome } from '@flowpilot/metrics';

/** A decision tree as it is written in the catalogue: steps one after the other, the last one with its branches. */
export type TreeNotation = readonly NotedStep[];

interface NotedStep {
  readonly title: string;
  readonly body?: string;
  readonly answers?: Readonly<Record<string, TreeNotation>>;
  readonly outcome?: StepOutcome;
}

export const act = (title: string, body?: string): NotedStep => ({ title, body });
export const ask = (title: string, answers: Readonly<Record<string, TreeNotation>>): NotedStep => ({ title, answers });
export const resolved = (title = 'Resolved'): NotedStep => ({ title, outcome: 'resolved' });
export const escalated = (title = 'Escalated'): NotedStep => ({ title, outcome: 'escalated' });

/** The steps of a written tree, in the order in which they are read. */
export function toSteps(tree: TreeNotation): FlowStep[] {
  const steps: FlowStep[] = [];
  const write = ([noted, ...behind]: TreeNotation): string => {
    if (!noted) throw new Error('a branch of a demo tree has no end');
    const id = `step-${steps.length + 1}`;
    const { title, body, answers, outcome } = noted;
    const step: FlowStep = { id, kind: outcome ? 'outcome' : answers ? 'question' : 'instruction', title };
    steps.push(step);
    if (body) step.body = body;
    if (outcome) step.outcome = outcome;
    else if (answers) step.options = Object.entries(answers).map(([label, branch]) => ({ label, next: write(branch) }));
    else step.next = write(behind);
    return id;
  };
  write(tree);
  return steps;
}
