import type { FlowStep, StepFault, StepFaultCode } from '@flowpilot/metrics';

/** What is wrong with a step, in the few words that fit beside it. */
export const FAULT_BADGES: Readonly<Record<StepFaultCode, string>> = {
  too_many_steps: 'Too many steps',
  duplicate_id: 'Id used twice',
  misplaced_field: 'Field of another kind',
  too_many_options: 'Too many answers',
  missing_title: 'No title',
  too_few_options: 'Needs two answers',
  missing_label: 'Answer without a label',
  missing_next: 'No next step',
  unknown_next: 'Next step is missing',
  missing_outcome: 'No outcome',
  unreachable: 'Nothing leads here',
  loop: 'Leads in a circle',
};

/** `#` is the step, `@` one of its answers. */
const SENTENCES: Readonly<Record<StepFaultCode, string | { readonly step: string; readonly answer: string }>> = {
  too_many_steps: 'The flow has more than 500 steps',
  duplicate_id: '# has the id of another step',
  misplaced_field: '# has a field of another kind of step',
  too_many_options: '# has more than 10 answers',
  missing_title: '# has no title',
  too_few_options: '# needs at least two answers',
  missing_label: '# has an answer without a label',
  missing_next: { step: '# has no next step', answer: '@ of # leads nowhere' },
  unknown_next: { step: '# leads to a step that is gone', answer: '@ of # leads to a step that is gone' },
  missing_outcome: '# says neither resolved nor escalated',
  unreachable: 'No step leads to #',
  loop: { step: '# leads in a circle', answer: '@ of # leads in a circle' },
};

/** What is wrong, in a sentence without its full stop: `Step 12 has no next step`. */
export function faultSentence(fault: StepFault, steps: readonly FlowStep[], number: number | null): string {
  const words = SENTENCES[fault.code];
  const answer = answerAtFault(fault, steps);
  const pattern = typeof words === 'string' ? words : answer === undefined ? words.step : words.answer;
  const sentence = pattern.replace('@', () => answer ?? '').replace('#', `step ${number ?? ''}`.trim());
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The answer whose way on is at fault: `answer “No”`, or by its place where it has no label. */
function answerAtFault({ pointer, stepId }: StepFault, steps: readonly FlowStep[]): string | undefined {
  const option = /\/options\/(\d+)\/next$/.exec(pointer)?.[1];
  if (option === undefined) return undefined;
  const label = steps.find((step) => step.id === stepId)?.options?.[Number(option)]?.label.trim();
  return label ? `answer “${label}”` : `answer ${Number(option) + 1}`;
}
