import { type SessionFacts, sumOfSessions } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { DOMAIN_TALLY, type DomainCounts, type WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** A domain of the window's sessions, or a category that holds active flows, or both under one key. */
export interface DomainFacts extends SessionFacts {
  key: string;
  /** The category's spelling, else the one in which the domain was first recorded. */
  name: string;
  category_id: string | null;
  flow_count: number;
}

export interface CoverageFacts {
  domains: DomainFacts[];
  unmapped_session_count: number;
  uncategorised_flow_count: number;
}

/** What stands under a key: a category with its active flows, the first spelling of a domain, or the flows without a category. */
type NamedRow =
  | { kind: 'category'; key: string; name: string; category_id: string; flow_count: number }
  | { kind: 'domain'; key: string; name: string; category_id: null; flow_count: 0 }
  | { kind: 'uncategorised'; key: null; name: null; category_id: null; flow_count: number };

export async function coverageFacts(database: Database, counts: WindowCounts, window: AccountWindow): Promise<CoverageFacts> {
  const recorded = byDomain(await counts.of(DOMAIN_TALLY, [window.days]));
  const named = await database.prepared<NamedRow>(NAMED, [window.accountId, [...recorded.keys()].filter((key) => key !== null)]);
  // The category's spelling and flows count where there is one.
  const byKind = (kind: NamedRow['kind']) => named.flatMap((row) => (row.kind === kind && row.key !== null ? [[row.key, row] as const] : []));
  const known = new Map([...byKind('domain'), ...byKind('category')]);
  const covered = [...known.values()].filter(({ key, flow_count: flows }) => recorded.has(key) || flows > 0);
  return {
    domains: covered.map(({ key, name, category_id, flow_count }) => ({
      ...sumOfSessions(recorded.get(key) ?? []),
      key,
      name,
      category_id,
      flow_count,
    })),
    unmapped_session_count: sumOfSessions(recorded.get(null) ?? []).sessions,
    uncategorised_flow_count: named.find(({ kind }) => kind === 'uncategorised')?.flow_count ?? 0,
  };
}

function byDomain(rows: readonly DomainCounts[]): Map<string | null, DomainCounts[]> {
  const domains = new Map<string | null, DomainCounts[]>();
  for (const row of rows) {
    const others = domains.get(row.domain_key);
    if (others) others.push(row);
    else domains.set(row.domain_key, [row]);
  }
  return domains;
}

const NAMED = `
  with active_flows as materialized (
    select flows.category_id, count(*)::int as flow_count
    from flows
    where flows.account_id = $1 and flows.is_active
    group by flows.category_id
  )
  select 'domain' as kind, domains.key, domains.name, null::uuid as category_id, 0 as flow_count
  from domains
  where domains.account_id = $1 and domains.key = any($2::text[])
  union all
  select 'category', categories.key, categories.name, categories.id, coalesce(active_flows.flow_count, 0)
  from categories
  left join active_flows on active_flows.category_id = categories.id
  where categories.account_id = $1
  union all
  select 'uncategorised', null, null, null, active_flows.flow_count
  from active_flows
  where active_flows.category_id is null`;
