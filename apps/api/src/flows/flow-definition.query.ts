import type { TreeType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';

/** What a person says of a flow, as against what its sessions say. */
export interface FlowDefinition {
  name: string;
  tree_type: TreeType;
  category_id: string | null;
  description: string | null;
  is_active: boolean;
  created_at: Date;
}

export interface VersionedFlow extends FlowDefinition {
  account_id: string;
  id: string;
  version: number;
  updated_at: Date;
}

/** The flow, kept from being changed by others until the transaction ends. */
export async function lockFlow(database: Database, accountId: string, id: string): Promise<VersionedFlow | undefined> {
  const [row] = await database.query<VersionedFlow>(
    `select flows.account_id, flows.id, flows.name, flows.tree_type, flows.category_id, flows.description,
            flows.is_active, flows.version, flows.created_at, flows.updated_at
     from flows
     where flows.account_id = $1 and flows.id = $2
     for no key update`,
    [accountId, id],
  );
  return row;
}

export async function insertFlow(database: Database, flow: VersionedFlow): Promise<void> {
  await database.query(
    `insert into flows (account_id, id, name, tree_type, category_id, description, is_active, version, created_at,
                        updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    parametersOf(flow),
  );
}

export async function updateFlow(database: Database, flow: VersionedFlow): Promise<void> {
  await database.query(
    `update flows
     set name = $3, tree_type = $4, category_id = $5, description = $6, is_active = $7, version = $8,
         created_at = $9, updated_at = $10
     where flows.account_id = $1 and flows.id = $2`,
    parametersOf(flow),
  );
}

/** Keeps the definition as the version that it says it is. */
export async function insertFlowVersion(database: Database, flow: VersionedFlow, createdBy: string | null): Promise<void> {
  await database.query(
    `insert into flow_versions (account_id, flow_id, version, name, category_id, tree_type, steps, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, '[]', $7, $8)`,
    [flow.account_id, flow.id, flow.version, flow.name, flow.category_id, flow.tree_type, createdBy, flow.updated_at],
  );
}

/** Whether the account has the category, which then cannot be deleted until the transaction ends. */
export async function holdCategory(database: Database, accountId: string, id: string): Promise<boolean> {
  const rows = await database.query(
    'select from categories where categories.account_id = $1 and categories.id = $2 for key share',
    [accountId, id],
  );
  return rows.length > 0;
}

function parametersOf(flow: VersionedFlow): unknown[] {
  return [
    flow.account_id,
    flow.id,
    flow.name,
    flow.tree_type,
    flow.category_id,
    flow.description,
    flow.is_active,
    flow.version,
    flow.created_at,
    flow.updated_at,
  ];
}
