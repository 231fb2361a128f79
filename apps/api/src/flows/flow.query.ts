import type { FlowFilterDto } from '@flowpilot/contracts';
import type { FlowStep, TreeType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';

export interface FlowRow {
  id: string;
  name: string;
  tree_type: TreeType;
  category_id: string | null;
  category: string | null;
  description: string | null;
  is_active: boolean;
  version: number;
  usage_count: number;
  resolved_count: number;
  success_rate: number | null;
  last_matched_at: Date | null;
  created_at: Date;
  updated_at: Date;
  /** By which the list is ordered, then by id. */
  sort_name: string;
}

export interface FlowDetailRow extends FlowRow {
  steps: FlowStep[];
}

const COLUMNS = `
  flows.id, flows.name, flows.tree_type, flows.category_id, categories.name as category, flows.description,
  flows.is_active, flows.version, flows.usage_count, flows.resolved_count,
  flows.success_rate::float8 as success_rate, flows.last_matched_at, flows.created_at, flows.updated_at,
  lower(flows.name) collate "C" as sort_name`;

const TABLES = `
  flows
  left join categories on categories.account_id = flows.account_id and categories.id = flows.category_id`;

export async function selectFlow(database: Database, accountId: string, id: string): Promise<FlowDetailRow | undefined> {
  const [row] = await database.query<FlowDetailRow>(
    `select ${COLUMNS}, flows.steps from ${TABLES} where flows.account_id = $1 and flows.id = $2`,
    [accountId, id],
  );
  return row;
}

/** Flows by name that follow the row `after`, or the first ones. */
export function selectFlows(
  database: Database,
  accountId: string,
  filter: FlowFilterDto,
  after: readonly string[] | null,
  limit: number,
): Promise<FlowRow[]> {
  return database.query(
    `select ${COLUMNS}
     from ${TABLES}
     where flows.account_id = $1
       and ($2::boolean is null or flows.is_active = $2)
       and ($3::uuid is null or flows.category_id = $3)
       and (not $4::boolean or flows.category_id is null)
       and ($5::text is null or position(lower($5) in lower(flows.name)) > 0)
       and ($6::text is null or (lower(flows.name) collate "C", flows.id) > ($6::text, $7::uuid))
     order by lower(flows.name) collate "C", flows.id
     limit $8`,
    [
      accountId,
      filter.is_active ?? null,
      filter.category_id ?? null,
      filter.uncategorised ?? false,
      filter.q ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ],
  );
}
