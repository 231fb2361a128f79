/** The steps of a flow's decision tree, as they cross the wire and as the editor holds them. */

export const STEP_KINDS = ['question', 'instruction', 'outcome'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_OUTCOMES = ['resolved', 'escalated'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

export const MAX_FLOW_STEPS = 500;
export const MIN_STEP_OPTIONS = 2;
export const MAX_STEP_OPTIONS = 10;
export const MAX_STEP_ID_LENGTH = 64;
export const MAX_STEP_TITLE_LENGTH = 200;
export const MAX_STEP_BODY_LENGTH = 2000;
export const MAX_OPTION_LABEL_LENGTH = 100;

/** One answer to a question. `next` is the id of the step it leads to; missing while unfinished. */
export interface StepOption {
  label: string;
  next?: string;
}

/** `options` belong to a question, `next` to an instruction, `outcome` to an outcome. */
export interface FlowStep {
  id: string;
  kind: StepKind;
  title: string;
  body?: string;
  options?: StepOption[];
  next?: string;
  outcome?: StepOutcome;
}

/** A place where a step leads on. `option` is the index of the answer, null for an instruction's only way. */
export interface StepExit {
  readonly option: number | null;
  readonly label: string | null;
  readonly next: string | undefined;
}

/** The ways on from a step, in order; none from an outcome. */
export function stepExits(step: FlowStep): StepExit[] {
  switch (step.kind) {
    case 'question':
      return (step.options ?? []).map(({ label, next }, option) => ({ option, label, next }));
    case 'instruction':
      return [{ option: null, label: null, next: step.next }];
    case 'outcome':
      return [];
  }
}
