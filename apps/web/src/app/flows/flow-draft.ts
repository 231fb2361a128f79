import type { CreateFlowDto, FlowDto, UpdateFlowDto } from '@flowpilot/contracts';
import { collapseWhiteSpace, type TreeType } from '@flowpilot/metrics';

/** A flow while it is edited; form controls hold an empty text where there is nothing. */
export interface FlowDraft {
  name: string;
  /** Empty for none. */
  categoryId: string;
  treeType: TreeType;
  description: string;
  isActive: boolean;
}

export function newDraft(categoryId = ''): FlowDraft {
  return { name: '', categoryId, treeType: 'troubleshooting', description: '', isActive: true };
}

export function draftOf(flow: FlowDto): FlowDraft {
  return {
    name: flow.name,
    categoryId: flow.category_id ?? '',
    treeType: flow.tree_type,
    description: flow.description ?? '',
    isActive: flow.is_active,
  };
}

/** The draft as a new flow. */
export function creation(draft: FlowDraft): CreateFlowDto {
  return {
    name: collapseWhiteSpace(draft.name),
    tree_type: draft.treeType,
    category_id: draft.categoryId === '' ? null : draft.categoryId,
    description: draft.description.trim() === '' ? null : draft.description.trim(),
    is_active: draft.isActive,
  };
}

/** What the draft changes of the flow, and nothing else, so that others' edits of the rest survive. */
export function changes(flow: FlowDto, draft: FlowDraft): UpdateFlowDto {
  const wanted = creation(draft);
  return {
    ...(wanted.name !== flow.name && { name: wanted.name }),
    ...(wanted.tree_type !== flow.tree_type && { tree_type: wanted.tree_type }),
    ...(wanted.category_id !== flow.category_id && { category_id: wanted.category_id }),
    ...(wanted.description !== flow.description && { description: wanted.description }),
    ...(wanted.is_active !== flow.is_active && { is_active: wanted.is_active }),
  };
}

export function changesSomething(flow: FlowDto, draft: FlowDraft): boolean {
  return Object.keys(changes(flow, draft)).length > 0;
}
