import { domainKey, type TreeType } from '@flowpilot/metrics';
import { v7 as newId } from 'uuid';

export interface CategoryGiven {
  id?: string;
  accountId: string;
  name: string;
  createdAt?: Date;
}

export type CategoryRow = ReturnType<typeof categoryRow>;

export function categoryRow(given: CategoryGiven) {
  const createdAt = given.createdAt ?? new Date(0);
  return {
    account_id: given.accountId,
    id: given.id ?? newId(),
    name: given.name,
    key: domainKey(given.name),
    created_at: createdAt,
    updated_at: createdAt,
  };
}

export interface FlowGiven {
  id?: string;
  accountId: string;
  categoryId?: string | null;
  name?: string;
  treeType?: TreeType;
  isActive?: boolean;
  createdAt?: Date;
  /** The lifetime figures that are stored on the flow; sessions of a `Scenario` move them. */
  usageCount?: number;
  resolvedCount?: number;
  lastMatchedAt?: Date | null;
}

export type FlowRow = ReturnType<typeof flowRow>;

/** An active troubleshooting flow of no category, never matched, unless told otherwise. */
export function flowRow(given: FlowGiven) {
  const id = given.id ?? newId();
  const createdAt = given.createdAt ?? new Date(0);
  return {
    account_id: given.accountId,
    id,
    category_id: given.categoryId ?? null,
    name: given.name ?? `Flow ${id.slice(-6)}`,
    tree_type: given.treeType ?? 'troubleshooting',
    is_active: given.isActive ?? true,
    version: 1,
    steps: [],
    usage_count: given.usageCount ?? 0,
    resolved_count: given.resolvedCount ?? 0,
    last_matched_at: given.lastMatchedAt ?? null,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
