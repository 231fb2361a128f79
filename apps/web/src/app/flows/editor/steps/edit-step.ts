import { type FlowStep, MAX_STEP_OPTIONS, stepExits, type StepKind, type StepOutcome } from '@flowpilot/metrics';

import { newStep, OUTCOME_TITLES } from './new-step.js';
import { leadingTo, stepOf, type Steps } from './step-graph.js';

/** The steps with the texts of one changed. */
export function editTexts(steps: Steps, id: string, texts: Partial<Pick<FlowStep, 'title' | 'body'>>): FlowStep[] {
  return edited(steps, id, (step) => {
    const { body, ...rest } = { ...step, ...texts };
    return body === undefined || body === '' ? rest : { ...rest, body };
  });
}

/** The steps with one turned into another kind; the first way on stays, if the kind has one. */
export function changeKind(steps: Steps, id: string, kind: StepKind): FlowStep[] {
  return edited(steps, id, (step) => {
    if (step.kind === kind) return step;
    const made = newStep(id, kind, stepExits(step).find((exit) => exit.next !== undefined)?.next);
    const keepsTitle = step.title !== '' && !(step.kind === 'outcome' && isOutcomeTitle(step.title));
    return { ...made, ...(keepsTitle ? { title: step.title } : {}), ...(step.body ? { body: step.body } : {}) };
  });
}

/** The steps with another end of one outcome; a title that only named the end follows. */
export function changeOutcome(steps: Steps, id: string, outcome: StepOutcome): FlowStep[] {
  return edited(steps, id, (step) => ({
    ...step,
    outcome,
    title: step.title === '' || isOutcomeTitle(step.title) ? OUTCOME_TITLES[outcome] : step.title,
  }));
}

export function addOption(steps: Steps, id: string): FlowStep[] {
  return edited(steps, id, (step) => {
    const options = step.options ?? [];
    return options.length < MAX_STEP_OPTIONS ? { ...step, options: [...options, { label: '' }] } : step;
  });
}

export function editOptionLabel(steps: Steps, id: string, option: number, label: string): FlowStep[] {
  return edited(steps, id, (step) => ({
    ...step,
    options: step.options?.map((given, index) => (index === option ? { ...given, label } : given)),
  }));
}

/** The steps that this one may lead to without making a loop. */
export function possibleNextSteps(steps: Steps, id: string): FlowStep[] {
  const before = leadingTo(steps, id);
  return steps.filter((step) => !before.has(step.id));
}

function edited(steps: Steps, id: string, edit: (step: FlowStep) => FlowStep): FlowStep[] {
  const step = stepOf(steps, id);
  return step ? steps.with(steps.indexOf(step), edit(step)) : [...steps];
}

function isOutcomeTitle(title: string): boolean {
  return Object.values(OUTCOME_TITLES).includes(title);
}
