import { type SessionFacts, sumOfSessions } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { together } from '../database/together.js';
import { DOMAIN_TALLY, type DomainCounts, type WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';
import type { DomainNames } from './domain-names.js';

/** A domain of the window's sessions, or a category that holds active flows, or both under one key. */
interface NamedDomain {
  key: string;
  /** The category's spelling, else the one in which the domain was first recorded. */
  name: string;
  category_id: string | null;
  flow_count: number;
}

export interface DomainFacts extends NamedDomain, SessionFacts {}

export interface CoverageFacts {
  domains: DomainFacts[];
  unmapped_session_count: number;
  uncategorised_flow_count: number;
}

/** A category with its active flows; without a key, the active flows without a category. */
type CategoryRow = NamedDomain | { key: null; flow_count: number };

export async function coverageFacts(database: Database, names: DomainNames, counts: WindowCounts, window: AccountWindow): Promise<CoverageFacts> {
  const [rows, categoryRows] = await together(
    counts.of(DOMAIN_TALLY, [window.days]),
    database.prepared<CategoryRow>(CATEGORIES, [window.accountId]),
  );
  const recorded = byDomain(rows);
  const categories = categoryRows.filter((row) => row.key !== null);
  const domains = categories.filter(({ key, flow_count: flows }) => recorded.has(key) || flows > 0);
  // The category's spelling and flows count where there is one.
  const ofCategories = new Set(categories.map(({ key }) => key));
  const others = [...recorded.keys()].filter((key) => key !== null).filter((key) => !ofCategories.has(key));
  for (const [key, name] of await names.of(window.accountId, others)) domains.push({ key, name, category_id: null, flow_count: 0 });
  return {
    domains: domains.map((domain) => ({ ...sumOfSessions(recorded.get(domain.key) ?? []), ...domain })),
    unmapped_session_count: sumOfSessions(recorded.get(null) ?? []).sessions,
    uncategorised_flow_count: categoryRows.find(({ key }) => key === null)?.flow_count ?? 0,
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

const CATEGORIES = `
  with active_flows as materialized (
    select flows.category_id, count(*)::int as flow_count
    from flows
    where flows.account_id = $1 and flows.is_active
    group by flows.category_id
  )
  select categories.key, categories.name, categories.id as category_id, coalesce(active_flows.flow_count, 0) as flow_count
  from categories
  left join active_flows on active_flows.category_id = categories.id
  where categories.account_id = $1
  union all
  select null, null, null, active_flows.flow_count
  from active_flows
  where active_flows.category_id is null`;
