import type { TreeType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';
import { countedStretches, FLOW_PARTS } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** An active flow with the window's sessions matched to it, and its lifetime's figures. */
export interface FlowFacts {
  flow_id: string;
  name: string;
  tree_type: TreeType;
  category: string | null;
  usage_count: number;
  resolved: number;
  /** Resolved, escalated or abandoned. */
  closed: number;
  guided: number;
  /** Matches with a confidence, and the exact sum of those, a decimal text, null when there are none. */
  confidence_count: number;
  confidence_sum: string | null;
  lifetime_usage_count: number;
  lifetime_success_rate: number | null;
  last_matched_at: Date | null;
  /** Whole local days to today. */
  days_since_last_match: number | null;
  days_since_created: number;
}

export async function flowFacts(database: Database, window: AccountWindow): Promise<FlowFacts[]> {
  return database.prepared<FlowFacts>(FLOW_FACTS, [...countedStretches(window, [window.days]), window.today]);
}

const FLOW_FACTS = `
  with ${FLOW_PARTS},
  used as (
    select parts.flow_id,
           sum(parts.sessions)::int as usage_count,
           sum(parts.resolved)::int as resolved,
           sum(parts.closed)::int as closed,
           sum(parts.guided)::int as guided,
           sum(parts.confidence_count)::int as confidence_count,
           sum(parts.confidence_sum)::text as confidence_sum
    from parts
    group by parts.flow_id
  )
  select flows.id as flow_id, flows.name, flows.tree_type, categories.name as category,
         coalesce(used.usage_count, 0) as usage_count,
         coalesce(used.resolved, 0) as resolved,
         coalesce(used.closed, 0) as closed,
         coalesce(used.guided, 0) as guided,
         coalesce(used.confidence_count, 0) as confidence_count,
         used.confidence_sum,
         flows.usage_count as lifetime_usage_count,
         flows.success_rate::float8 as lifetime_success_rate,
         flows.last_matched_at,
         $7::date - (flows.last_matched_at at time zone $2)::date as days_since_last_match,
         $7::date - (flows.created_at at time zone $2)::date as days_since_created
  from flows
  left join categories on categories.account_id = flows.account_id and categories.id = flows.category_id
  left join used on used.flow_id = flows.id
  where flows.account_id = $1 and flows.is_active`;
