import type { CreateFlowDto, UpdateFlowDto } from '@flowpilot/contracts';
import { collapseWhiteSpace } from '@flowpilot/metrics';

import { Problem } from '../http/problem.js';
import type { FlowDefinition } from './flow-definition.query.js';

/** @throws Problem `validation_failed` when the name is blank. */
export function newDefinition(input: CreateFlowDto, now: Date): FlowDefinition {
  return {
    name: flowName(input.name),
    tree_type: input.tree_type,
    category_id: input.category_id?.toLowerCase() ?? null,
    description: input.description ?? null,
    is_active: input.is_active ?? true,
    created_at: input.created_at === undefined ? now : new Date(input.created_at),
  };
}

/** The definition with the fields given changed. @throws as `newDefinition` */
export function changedDefinition(before: FlowDefinition, input: UpdateFlowDto): FlowDefinition {
  return {
    name: input.name === undefined ? before.name : flowName(input.name),
    tree_type: input.tree_type ?? before.tree_type,
    category_id: input.category_id === undefined ? before.category_id : (input.category_id?.toLowerCase() ?? null),
    description: input.description === undefined ? before.description : input.description,
    is_active: input.is_active ?? before.is_active,
    created_at: input.created_at === undefined ? before.created_at : new Date(input.created_at),
  };
}

/** Whether the change is one that versions are kept of. */
export function makesVersion(before: FlowDefinition, after: FlowDefinition): boolean {
  return (
    before.name !== after.name || before.category_id !== after.category_id || before.tree_type !== after.tree_type
  );
}

export function isUnchanged(before: FlowDefinition, after: FlowDefinition): boolean {
  return (
    !makesVersion(before, after) &&
    before.description === after.description &&
    before.is_active === after.is_active &&
    before.created_at.getTime() === after.created_at.getTime()
  );
}

function flowName(name: string): string {
  const shown = collapseWhiteSpace(name);
  if (shown === '') throw Problem.invalid('/name', 'name must not be blank');
  return shown;
}
