const STEP_FAULTS = {
  too_many_steps: 'a flow has at most 500 steps',
  duplicate_id: 'another step has this id',
  misplaced_field: 'this field belongs to another kind of step',
  too_many_options: 'a question has at most 10 options',
  missing_title: 'the step has no title',
  too_few_options: 'a question has at least 2 options',
  missing_label: 'the option has no label',
  missing_next: 'nothing follows here',
  unknown_next: 'there is no step with this id',
  missing_outcome: 'an outcome is resolved or escalated',
  unreachable: 'no other step leads to this step',
  loop: 'this leads back to a step before it',
} as const;

export type StepFaultCode = keyof typeof STEP_FAULTS;

/** Faults that no stored flow may have; the others only bar a flow from being active. */
const NEVER_STORED: ReadonlySet<StepFaultCode> = new Set([
  'too_many_steps',
  'duplicate_id',
  'misplaced_field',
  'too_many_options',
]);

/** What is wrong with the steps of a flow, and where. */
export interface StepFault {
  /** JSON pointer into the flow: `/steps/3/options/0/next` */
  readonly pointer: string;
  readonly code: StepFaultCode;
  readonly message: string;
  /** The step at fault; null when the fault is the list's. */
  readonly stepId: string | null;
  /** True when an inactive flow may be kept like this: it is only unfinished. */
  readonly unfinished: boolean;
}

export function stepFault(code: StepFaultCode, pointer: string, stepId: string | null): StepFault {
  return { pointer, code, message: STEP_FAULTS[code], stepId, unfinished: !NEVER_STORED.has(code) };
}

/** `/steps/3`, or a place in that step: `/steps/3/options/0/next` */
export function stepPointer(index: number, ...path: (string | number)[]): string {
  return ['/steps', index, ...path].join('/');
}

/** Where an exit's target is written: `/steps/3/next` or `/steps/3/options/0/next` */
export function exitPointer(index: number, option: number | null): string {
  return option === null ? stepPointer(index, 'next') : stepPointer(index, 'options', option, 'next');
}
