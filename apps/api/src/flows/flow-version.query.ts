import type { FlowStep, TreeType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';

export interface FlowVersionRow {
  version: number;
  name: string;
  tree_type: TreeType;
  category_id: string | null;
  category: string | null;
  step_count: number;
  author_kind: 'user' | 'api_key' | null;
  author_id: string | null;
  author_name: string | null;
  created_at: Date;
}

export interface FlowVersionDetailRow extends FlowVersionRow {
  steps: FlowStep[];
}

const COLUMNS = `
  flow_versions.version, flow_versions.name, flow_versions.tree_type, flow_versions.category_id,
  categories.name as category, jsonb_array_length(flow_versions.steps) as step_count,
  case when users.id is not null then 'user' when api_keys.id is not null then 'api_key' end as author_kind,
  coalesce(users.id, api_keys.id) as author_id, coalesce(users.name, api_keys.name) as author_name,
  flow_versions.created_at`;

const TABLES = `
  flow_versions
  left join categories
    on categories.account_id = flow_versions.account_id and categories.id = flow_versions.category_id
  left join users on users.id = flow_versions.created_by
  left join api_keys on api_keys.id = flow_versions.created_by`;

/** Versions of a flow older than `before`, or the newest ones, the newest first. */
export function selectFlowVersions(
  database: Database,
  accountId: string,
  flowId: string,
  before: number | null,
  limit: number,
): Promise<FlowVersionRow[]> {
  return database.query(
    `select ${COLUMNS}
     from ${TABLES}
     where flow_versions.account_id = $1
       and flow_versions.flow_id = $2
       and ($3::integer is null or flow_versions.version < $3)
     order by flow_versions.version desc
     limit $4`,
    [accountId, flowId, before, limit],
  );
}

export async function selectFlowVersion(
  database: Database,
  accountId: string,
  flowId: string,
  version: number,
): Promise<FlowVersionDetailRow | undefined> {
  const [row] = await database.query<FlowVersionDetailRow>(
    `select ${COLUMNS}, flow_versions.steps
     from ${TABLES}
     where flow_versions.account_id = $1 and flow_versions.flow_id = $2 and flow_versions.version = $3`,
    [accountId, flowId, version],
  );
  return row;
}
