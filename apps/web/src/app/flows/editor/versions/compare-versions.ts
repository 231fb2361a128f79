import type { TreeType } from '@flowpilot/metrics';

import { TYPE_NAMES } from '../../type-names.js';
import type { Steps } from '../steps/step-graph.js';
import { compareSteps, type StepDifference } from './compare-steps.js';
import type { FieldChange } from './field-changes.js';

/** What versions keep of a flow. */
export interface ComparedFlow {
  readonly name: string;
  readonly category: string | null;
  readonly treeType: TreeType;
  readonly steps: Steps;
}

export interface Comparison {
  /** Of the flow itself. */
  readonly fields: readonly FieldChange[];
  readonly steps: readonly StepDifference[];
}

/** What one version changes of another. */
export function compareVersions(before: ComparedFlow, after: ComparedFlow): Comparison {
  const fields: FieldChange[] = [
    { name: 'Name', before: before.name, after: after.name },
    { name: 'Category', before: before.category ?? 'No category', after: after.category ?? 'No category' },
    { name: 'Type', before: TYPE_NAMES[before.treeType], after: TYPE_NAMES[after.treeType] },
  ];
  return {
    fields: fields.filter((field) => field.before !== field.after),
    steps: compareSteps(before.steps, after.steps),
  };
}
