import type { FlowStep, StepKind } from '@flowpilot/metrics';

import type { IconName } from '../../../ui/icons.js';

export interface StepLook {
  readonly icon: IconName;
  /** What the icon says. */
  readonly name: string;
  /** The rating whose colour it takes, if the step is an end. */
  readonly tone: 'good' | 'fair' | null;
}

const LOOKS: Readonly<Record<StepKind, StepLook>> = {
  question: { icon: 'question', name: 'Question', tone: null },
  instruction: { icon: 'instruction', name: 'Instruction', tone: null },
  outcome: { icon: 'check', name: 'Outcome', tone: null },
};

/** How a step is marked in the outline. */
export function stepLook({ kind, outcome }: FlowStep): StepLook {
  if (outcome === 'resolved') return { icon: 'check', name: 'Outcome', tone: 'good' };
  if (outcome === 'escalated') return { icon: 'arrowUp', name: 'Outcome', tone: 'fair' };
  return LOOKS[kind];
}

export const KINDS: readonly { readonly kind: StepKind; readonly name: string; readonly icon: IconName }[] = [
  { kind: 'question', name: 'Question', icon: 'question' },
  { kind: 'instruction', name: 'Instruction', icon: 'instruction' },
  { kind: 'outcome', name: 'Outcome', icon: 'check' },
];
