import type { TreeType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';
import { together } from '../database/together.js';
import { FLOW_TALLY, type FlowCounts, type WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** What an active flow is, with its lifetime's figures. */
interface ActiveFlow {
  flow_id: string;
  name: string;
  tree_type: TreeType;
  category: string | null;
  lifetime_usage_count: number;
  lifetime_success_rate: number | null;
  /** Milliseconds since 1970, UTC. */
  last_matched_ms: number | null;
  /** Whole local days to today since it was last matched, of one that never was since it was created. */
  days_idle: number;
}

/** An active flow with the window's sessions matched to it. */
export interface FlowFacts extends ActiveFlow {
  usage_count: number;
  resolved: number;
  /** Resolved, escalated or abandoned. */
  closed: number;
  guided: number;
  /** Matches with a confidence, and what those add up to, exact decimal texts. */
  confidence_count: number;
  confidence_sums: string[];
}

export async function flowFacts(database: Database, counts: WindowCounts, window: AccountWindow): Promise<FlowFacts[]> {
  const [rows, flows] = await together(
    counts.of(FLOW_TALLY, [window.days]),
    database.prepared<ActiveFlow>(ACTIVE_FLOWS, [window.accountId, window.timeZone, window.today]),
  );
  const facts = flows.map(unused);
  const byId = new Map(facts.map((flow) => [flow.flow_id, flow]));
  for (const row of rows) addTo(byId.get(row.flow_id), row);
  return facts;
}

function unused(flow: ActiveFlow): FlowFacts {
  return { ...flow, usage_count: 0, resolved: 0, closed: 0, guided: 0, confidence_count: 0, confidence_sums: [] };
}

/** @param flow undefined when it is not active */
function addTo(flow: FlowFacts | undefined, counted: FlowCounts): void {
  if (!flow) return;
  flow.usage_count += counted.sessions;
  flow.resolved += counted.resolved;
  flow.closed += counted.closed;
  flow.guided += counted.guided;
  flow.confidence_count += counted.confidence_count;
  if (counted.confidence_sum !== null) flow.confidence_sums.push(counted.confidence_sum);
}

const ACTIVE_FLOWS = `
  select flows.id as flow_id, flows.name, flows.tree_type, categories.name as category,
         flows.usage_count as lifetime_usage_count,
         flows.success_rate::float8 as lifetime_success_rate,
         round(date_part('epoch', date_trunc('milliseconds', flows.last_matched_at)) * 1000) as last_matched_ms,
         $3::date - (coalesce(flows.last_matched_at, flows.created_at) at time zone $2)::date as days_idle
  from flows
  left join categories on categories.account_id = flows.account_id and categories.id = flows.category_id
  where flows.account_id = $1 and flows.is_active`;
