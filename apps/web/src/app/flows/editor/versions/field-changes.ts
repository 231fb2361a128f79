import { type FlowStep, stepExits } from '@flowpilot/metrics';

import { outlineLines } from '../outline/outline-lines.js';
import { KIND_NAMES } from '../outline/step-looks.js';
import { placeKey, type Steps } from '../steps/step-graph.js';
import { matchedOptions } from './matched-options.js';

/** What one part of a step said and says; empty where it says nothing. */
export interface FieldChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Where a place leads. */
interface Target {
  readonly id: string;
  readonly title: string;
  /** Whether the step is listed elsewhere; one listed here shows as a step of its own. */
  readonly reference: boolean;
}

/** Where the places of a flow lead, those that lead to a step. */
export type Targets = ReadonlyMap<string, Target>;

export function targetsOf(steps: Steps): Targets {
  return new Map(
    outlineLines(steps).flatMap(({ kind, place, step }) =>
      place && step ? [[placeKey(place), { id: step.id, title: step.title, reference: kind === 'reference' }]] : [],
    ),
  );
}

/** What changed in a step that both versions have. */
export function fieldChanges(
  before: FlowStep,
  after: FlowStep,
  targets: { readonly before: Targets; readonly after: Targets },
): FieldChange[] {
  const texts: FieldChange[] = [
    { name: 'Kind', before: KIND_NAMES[before.kind], after: KIND_NAMES[after.kind] },
    { name: 'Title', before: before.title, after: after.title },
    { name: 'Text', before: before.body ?? '', after: after.body ?? '' },
    { name: 'Answers', before: answersOf(before), after: answersOf(after) },
    { name: 'Outcome', before: before.outcome ?? '', after: after.outcome ?? '' },
  ];
  return [...texts.filter((text) => text.before !== text.after), ...referenceChanges(before, after, targets)];
}

function answersOf(step: FlowStep): string {
  return (step.options ?? []).map(({ label }) => label).join(' · ');
}

function referenceChanges(
  before: FlowStep,
  after: FlowStep,
  targets: { readonly before: Targets; readonly after: Targets },
): FieldChange[] {
  const matches = matchedOptions(before.options ?? [], after.options ?? []);
  return stepExits(after).flatMap(({ option, label }) => {
    const earlier = option === null ? null : matches.get(option);
    const was = earlier === undefined ? undefined : targets.before.get(placeKey({ stepId: before.id, option: earlier }));
    const is = targets.after.get(placeKey({ stepId: after.id, option }));
    // Titles may be equal where the steps are not.
    if (was?.id === is?.id || !(was?.reference ?? is?.reference ?? false)) return [];
    const name = label === null ? 'Leads to' : `“${label}” leads to`;
    return [{ name, before: was?.title ?? '', after: is?.title ?? '' }];
  });
}
