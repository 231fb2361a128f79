import type { SessionStatus } from '@flowpilot/metrics';

import type { SessionStep } from '../session-api.js';

/** What a step is called before, while and after it is taken. */
export interface StepWords {
  readonly step: SessionStep;
  readonly label: string;
  readonly title: string;
  readonly hint: string;
  readonly done: string;
}

const STEPS: Readonly<Record<SessionStep, StepWords>> = {
  resolve: { step: 'resolve', label: 'Resolve', title: 'Resolve this session?', hint: 'What solved it', done: 'Session resolved' },
  escalate: { step: 'escalate', label: 'Escalate', title: 'Escalate this session?', hint: 'To whom, and why', done: 'Session escalated' },
  abandon: { step: 'abandon', label: 'Abandon', title: 'Abandon this session?', hint: 'Why it ends here', done: 'Session abandoned' },
  reopen: { step: 'reopen', label: 'Reopen', title: 'Reopen this session?', hint: 'What is still open', done: 'Session reopened' },
};

const ALLOWED: Readonly<Record<SessionStatus, readonly SessionStep[]>> = {
  active: ['abandon', 'escalate', 'resolve'],
  escalated: ['reopen', 'resolve'],
  resolved: ['reopen'],
  abandoned: ['reopen'],
};

/** The steps that lead on from a state; the likeliest is last. */
export function stepsFrom(status: SessionStatus): StepWords[] {
  return ALLOWED[status].map((step) => STEPS[step]);
}
