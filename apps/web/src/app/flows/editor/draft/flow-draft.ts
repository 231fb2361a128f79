import { type FlowStep, sameSteps, type TreeType } from '@flowpilot/metrics';

/** A category of the account, or one that is made when the flow is saved (`id` null). */
export interface DraftCategory {
  readonly id: string | null;
  readonly name: string;
}

/** What the editor changes: all of a flow that a person can write. */
export interface FlowDraft {
  readonly name: string;
  readonly category: DraftCategory | null;
  readonly treeType: TreeType;
  readonly description: string;
  readonly isActive: boolean;
  readonly steps: readonly FlowStep[];
}

/** A flow not yet stored. */
export function newDraft(category: DraftCategory | null = null): FlowDraft {
  return { name: '', category, treeType: 'troubleshooting', description: '', isActive: true, steps: [] };
}

/** Whether two drafts say the same, however each came about. */
export function sameDraft(a: FlowDraft, b: FlowDraft): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.category?.id === b.category?.id &&
      a.category?.name === b.category?.name &&
      a.treeType === b.treeType &&
      a.description === b.description &&
      a.isActive === b.isActive &&
      sameSteps(a.steps, b.steps))
  );
}
