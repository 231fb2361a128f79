import type { CreateFlowDto, FlowDetailDto, UpdateFlowDto } from '@flowpilot/contracts';
import { collapseWhiteSpace, sameSteps } from '@flowpilot/metrics';

import type { FlowDraft } from './flow-draft.js';

/** What is stored of a flow, as a draft. */
export function draftOf(flow: FlowDetailDto): FlowDraft {
  return {
    name: flow.name,
    category: flow.category_id === null ? null : { id: flow.category_id, name: flow.category ?? '' },
    treeType: flow.tree_type,
    description: flow.description ?? '',
    isActive: flow.is_active,
    steps: flow.steps,
  };
}

/** The draft as a new flow; a category that is still to be made is made before. */
export function creation(draft: FlowDraft): CreateFlowDto {
  return {
    name: collapseWhiteSpace(draft.name),
    tree_type: draft.treeType,
    category_id: draft.category?.id ?? null,
    description: draft.description.trim() === '' ? null : draft.description.trim(),
    is_active: draft.isActive,
    steps: [...draft.steps],
  };
}

/**
 * What the draft changes of the flow, and nothing else, so that others' edits of the rest survive. A change of what
 * versions keep names the version that it was made on; description and state cannot run over anybody's work.
 */
export function changes(stored: FlowDraft, draft: FlowDraft, version: number): UpdateFlowDto {
  const [was, wanted] = [creation(stored), creation(draft)];
  const versioned = versionedChanges(stored, draft);
  return {
    ...versioned,
    ...(wanted.description !== was.description && { description: wanted.description }),
    ...(wanted.is_active !== was.is_active && { is_active: wanted.is_active }),
    ...(Object.keys(versioned).length > 0 && { version }),
  };
}

/** Whether the drafts say the same of what versions keep. */
export function sameVersioned(stored: FlowDraft, draft: FlowDraft): boolean {
  return Object.keys(versionedChanges(stored, draft)).length === 0;
}

function versionedChanges(stored: FlowDraft, draft: FlowDraft): UpdateFlowDto {
  const [was, wanted] = [creation(stored), creation(draft)];
  return {
    ...(wanted.name !== was.name && { name: wanted.name }),
    ...(wanted.tree_type !== was.tree_type && { tree_type: wanted.tree_type }),
    ...(wanted.category_id !== was.category_id && { category_id: wanted.category_id }),
    ...(!sameSteps(stored.steps, draft.steps) && { steps: wanted.steps }),
  };
}
