import { type FlowStep, STEP_KINDS, type StepKind } from '@flowpilot/metrics';

import type { IconName } from '../../../ui/icons.js';

export interface StepLook {
  readonly icon: IconName;
  /** What the icon says. */
  readonly name: string;
  /** The rating whose colour it takes, if the step is an end. */
  readonly tone: 'good' | 'fair' | null;
}

export const KIND_NAMES: Readonly<Record<StepKind, string>> = {
  question: 'Question',
  instruction: 'Instruction',
  outcome: 'Outcome',
};

const ICONS: Readonly<Record<StepKind, IconName>> = { question: 'question', instruction: 'instruction', outcome: 'check' };

/** The kinds of step in the order in which they are offered. */
export const KINDS = STEP_KINDS.map((kind) => ({ kind, name: KIND_NAMES[kind], icon: ICONS[kind] }));

/** How a step is marked in the outline. */
export function stepLook({ kind, outcome }: FlowStep): StepLook {
  if (outcome === 'escalated') return { icon: 'arrowUp', name: KIND_NAMES[kind], tone: 'fair' };
  return { icon: ICONS[kind], name: KIND_NAMES[kind], tone: outcome === 'resolved' ? 'good' : null };
}
