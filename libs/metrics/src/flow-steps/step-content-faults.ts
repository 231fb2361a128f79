import { type FlowStep, MAX_STEP_OPTIONS, MIN_STEP_OPTIONS, type StepKind } from './flow-step.js';
import { type StepFault, stepFault, stepPointer } from './step-fault.js';

const FIELD_OF_KIND = { question: 'options', instruction: 'next', outcome: 'outcome' } as const satisfies Record<
  StepKind,
  keyof FlowStep
>;

/** What is wrong with one step taken by itself. */
export function stepContentFaults(step: FlowStep, index: number): StepFault[] {
  return [
    ...misplacedFields(step, index),
    ...(isBlank(step.title) ? [stepFault('missing_title', stepPointer(index, 'title'), step.id)] : []),
    ...(step.kind === 'question' ? optionFaults(step, index) : []),
    ...(step.kind === 'outcome' && step.outcome === undefined
      ? [stepFault('missing_outcome', stepPointer(index, 'outcome'), step.id)]
      : []),
  ];
}

function misplacedFields(step: FlowStep, index: number): StepFault[] {
  return Object.values(FIELD_OF_KIND)
    .filter((field) => field !== FIELD_OF_KIND[step.kind] && step[field] !== undefined)
    .map((field) => stepFault('misplaced_field', stepPointer(index, field), step.id));
}

function optionFaults(step: FlowStep, index: number): StepFault[] {
  const options = step.options ?? [];
  const pointer = stepPointer(index, 'options');
  return [
    ...(options.length < MIN_STEP_OPTIONS ? [stepFault('too_few_options', pointer, step.id)] : []),
    ...(options.length > MAX_STEP_OPTIONS ? [stepFault('too_many_options', pointer, step.id)] : []),
    ...options.flatMap(({ label }, option) =>
      isBlank(label) ? [stepFault('missing_label', stepPointer(index, 'options', option, 'label'), step.id)] : [],
    ),
  ];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
