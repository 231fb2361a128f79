import type { FlowStep, TreeType } from '@flowpilot/metrics';

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

export function sameSteps(a: readonly FlowStep[], b: readonly FlowStep[]): boolean {
  return a === b || (a.length === b.length && a.every((step, index) => sameStep(step, b[index])));
}

function sameStep(a: FlowStep, b: FlowStep | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      a.kind === b.kind &&
      a.title === b.title &&
      a.body === b.body &&
      a.next === b.next &&
      a.outcome === b.outcome &&
      sameOptions(a, b))
  );
}

function sameOptions({ options: a }: FlowStep, { options: b }: FlowStep): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every(({ label, next }, index) => label === b[index]?.label && next === b[index].next);
}
