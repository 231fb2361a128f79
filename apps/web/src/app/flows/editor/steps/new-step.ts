import type { FlowStep, StepKind, StepOutcome } from '@flowpilot/metrics';

/** What an outcome is called until it gets a title of its own. */
export const OUTCOME_TITLES: Readonly<Record<StepOutcome, string>> = {
  resolved: 'Resolved',
  escalated: 'Escalated',
};

/** A step to be filled in, with `next` behind its first exit. An outcome leads nowhere. */
export function newStep(id: string, kind: StepKind, next?: string): FlowStep {
  const onward = next === undefined ? {} : { next };
  switch (kind) {
    case 'question':
      return { id, kind, title: '', options: [{ label: 'Yes', ...onward }, { label: 'No' }] };
    case 'instruction':
      return { id, kind, title: '', ...onward };
    case 'outcome':
      return { id, kind, title: OUTCOME_TITLES.resolved, outcome: 'resolved' };
  }
}

/** An id that no version of the flow has had: a comparison must not take a new step for an old one. */
export function newStepId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
