import { type FlowStep, stepExits, type StepKind } from '@flowpilot/metrics';

import { outlineLines } from '../outline/outline-lines.js';
import { placeKey, type Steps } from '../steps/step-graph.js';
import { matchedOptions } from './matched-options.js';

/** What one part of a step said and says; empty where it says nothing. */
export interface FieldChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The titles of the steps that other steps refer to, by the place of the reference. */
export type References = ReadonlyMap<string, string>;

export const KIND_NAMES: Readonly<Record<StepKind, string>> = {
  question: 'Question',
  instruction: 'Instruction',
  outcome: 'Outcome',
};

/** References only: what else a place leads to shows as a step of its own. */
export function referencesOf(steps: Steps): References {
  return new Map(
    outlineLines(steps).flatMap(({ kind, place, step }) =>
      kind === 'reference' && place && step ? [[placeKey(place), step.title]] : [],
    ),
  );
}

/** What changed in a step that both versions have. */
export function fieldChanges(
  before: FlowStep,
  after: FlowStep,
  references: { readonly before: References; readonly after: References },
): FieldChange[] {
  const parts: FieldChange[] = [
    { name: 'Kind', before: KIND_NAMES[before.kind], after: KIND_NAMES[after.kind] },
    { name: 'Title', before: before.title, after: after.title },
    { name: 'Text', before: before.body ?? '', after: after.body ?? '' },
    { name: 'Answers', before: answersOf(before), after: answersOf(after) },
    { name: 'Outcome', before: before.outcome ?? '', after: after.outcome ?? '' },
    ...referenceChanges(before, after, references),
  ];
  return parts.filter((part) => part.before !== part.after);
}

function answersOf(step: FlowStep): string {
  return (step.options ?? []).map(({ label }) => label).join(' · ');
}

function referenceChanges(
  before: FlowStep,
  after: FlowStep,
  references: { readonly before: References; readonly after: References },
): FieldChange[] {
  const matches = matchedOptions(before.options ?? [], after.options ?? []);
  return stepExits(after).map(({ option, label }) => {
    const earlier = option === null ? null : matches.get(option);
    return {
      name: label === null ? 'Leads to' : `“${label}” leads to`,
      before: earlier === undefined ? '' : (references.before.get(placeKey({ stepId: before.id, option: earlier })) ?? ''),
      after: references.after.get(placeKey({ stepId: after.id, option })) ?? '',
    };
  });
}
