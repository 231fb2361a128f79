import type { SessionFacts } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { BUCKET_BOUNDS, countedStretches, DOMAIN_PARTS, SUMMED_PARTS } from '../rollups/index.js';
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

/** A domain, or the sessions without one, or nothing when there are neither; the last column is the same in each row. */
type CoverageRow = (DomainFacts | { key: null; sessions: number | null }) & { uncategorised_flow_count: number };

export async function coverageFacts(database: Database, window: AccountWindow): Promise<CoverageFacts> {
  const rows = await database.prepared<CoverageRow>(COVERAGE_FACTS, [...countedStretches(window, [window.days]), BUCKET_BOUNDS]);
  const [first] = rows;
  if (!first) throw new Error('coverage facts are always some rows');
  return {
    domains: rows.filter((row): row is CoverageRow & DomainFacts => row.key !== null),
    unmapped_session_count: rows.find((row) => row.key === null)?.sessions ?? 0,
    uncategorised_flow_count: first.uncategorised_flow_count,
  };
}

/** The domains with the most sessions, at least so many if there are: all that have as many as the last of them. */
export function busiestDomains(database: Database, window: AccountWindow, atLeast: number): Promise<DomainFacts[]> {
  return database.prepared<DomainFacts>(BUSIEST_DOMAINS, [...countedStretches(window, [window.days]), BUCKET_BOUNDS, atLeast]);
}

const COVERED = `${DOMAIN_PARTS},
  recorded as (
    select parts.domain_key, ${SUMMED_PARTS}
    from parts
    group by parts.domain_key
  ),
  active_flows as materialized (
    select flows.category_id, count(*)::int as flow_count
    from flows
    where flows.account_id = $1 and flows.is_active
    group by flows.category_id
  ),
  documented as (
    select categories.id, categories.key, categories.name, coalesce(active_flows.flow_count, 0) as flow_count
    from categories
    left join active_flows on active_flows.category_id = categories.id
    where categories.account_id = $1
  ),
  covered as (
    select coalesce(recorded.domain_key, documented.key) as key,
           coalesce(documented.name, domains.name) as name,
           documented.id as category_id,
           coalesce(documented.flow_count, 0) as flow_count,
           coalesce(recorded.sessions, 0) as sessions,
           coalesce(recorded.resolved, 0) as resolved,
           coalesce(recorded.escalated, 0) as escalated,
           coalesce(recorded.abandoned, 0) as abandoned,
           coalesce(recorded.active, 0) as active,
           coalesce(recorded.guided, 0) as guided,
           coalesce(recorded.exploring, 0) as exploring,
           coalesce(recorded.discovery, 0) as discovery,
           coalesce(recorded.matched, 0) as matched,
           recorded.resolution_microseconds,
           recorded.resolved_by_bucket
    from recorded
    full join documented on documented.key = recorded.domain_key
    left join domains on domains.account_id = $1 and domains.key = recorded.domain_key
    where recorded.sessions is not null or documented.flow_count > 0
  )`;

const COVERAGE_FACTS = `
  with ${COVERED}
  select covered.*, uncategorised.flow_count as uncategorised_flow_count
  from (
    select coalesce(sum(active_flows.flow_count), 0)::int as flow_count from active_flows where active_flows.category_id is null
  ) as uncategorised
  left join covered on true`;

// The times to resolve of a domain are most of what is sent of it.
const BUSIEST_DOMAINS = `
  with ${COVERED}
  select covered.*
  from covered
  where covered.key is not null and covered.sessions > 0
  order by covered.sessions desc
  fetch first ($8::int) rows with ties`;
