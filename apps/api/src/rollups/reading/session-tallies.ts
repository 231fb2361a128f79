import { inWindow, MATCHED } from '../../sessions/index.js';
import { mergedPairs } from '../bucket-pairs.js';
import { BUCKET_OF_EACH, counted, DOMAIN_COUNTS, FLOW_COUNTS, named, summed } from '../session-columns.js';
import { type Counted, DAYS, PIECES, type Tally, type TallyStatement, WEEKS } from './tally.js';

/** Sessions of a group by what became of them. */
export interface SessionCounts extends Counted {
  sessions: number;
  resolved: number;
  escalated: number;
  abandoned: number;
  active: number;
  guided: number;
  exploring: number;
  discovery: number;
  matched: number;
  /** Exact sum of the times to resolve, whole microseconds, as a decimal text; null when nothing was resolved. */
  resolution_microseconds: string | null;
  /** Resolved sessions by the bucket of their time to resolve, see `bucket-pairs`. Null when nothing was resolved. */
  resolved_by_bucket: Buffer | null;
}

export interface DomainCounts extends SessionCounts {
  /** Null of the sessions without one. */
  domain_key: string | null;
}

/** Sessions matched to a flow. */
export interface FlowCounts extends Counted {
  flow_id: string;
  sessions: number;
  resolved: number;
  /** Resolved, escalated or abandoned. */
  closed: number;
  guided: number;
  /** Matches with a confidence, and the exact sum of those, a decimal text, null when there are none. */
  confidence_count: number;
  confidence_sum: string | null;
}

const OF_THE_PIECE = `sessions.account_id = $1 and ${inWindow('pieces.starts_at', 'pieces.ends_at')}`;
const BUCKETS = `string_agg(stats.resolved_by_bucket, ''::bytea) as resolved_by_bucket`;
const SUMMED_SESSIONS = `${summed(DOMAIN_COUNTS, 'stats')}, ${BUCKETS}`;
const COUNTED_SESSIONS = `${counted(DOMAIN_COUNTS)}, ${BUCKET_OF_EACH} as resolved_by_bucket`;
const OF_DOMAIN = `stats.domain_key, ${named(DOMAIN_COUNTS, 'stats')}, stats.resolved_by_bucket`;

/** SQL: what is counted of the weeks and days of a tally by week. */
const weeksAndDays = (group: 'domain' | 'flow', columns: string) => `(
        select weeks.position, ${columns}
        from ${WEEKS}
        join session_week_${group}_stats as stats on stats.account_id = $1 and stats.week = weeks.week
        union all
        select days.position, ${columns}
        from ${DAYS}
        join session_day_${group}_stats as stats on stats.account_id = $1 and stats.day = days.day
      ) as stats`;

const ROWS_BY_DOMAIN: TallyStatement<DomainCounts> = {
  sql: `
    select pieces.position, counts.*
    from ${PIECES}
    cross join lateral (
      select sessions.domain_key, ${COUNTED_SESSIONS} from sessions where ${OF_THE_PIECE} group by sessions.domain_key
    ) as counts`,
  values: [],
};

/** Of weeks and days strung together most buckets come several times. */
function withBucketsOnce<Row extends SessionCounts>(row: Row): Row {
  return row.resolved_by_bucket === null ? row : { ...row, resolved_by_bucket: mergedPairs(row.resolved_by_bucket) };
}

/** All sessions of each stretch. */
export const SESSION_TALLY: Tally<SessionCounts> = {
  name: 'sessions',
  byWeek: false,
  rolled: {
    sql: `
      select days.position, ${SUMMED_SESSIONS}
      from ${DAYS}
      join session_day_stats as stats on stats.account_id = $1 and stats.day = days.day
      group by days.position`,
    values: [],
  },
  raw: {
    sql: `
      select pieces.position, counts.*
      from ${PIECES}
      cross join lateral (select ${COUNTED_SESSIONS} from sessions where ${OF_THE_PIECE}) as counts`,
    values: [],
    finer: ROWS_BY_DOMAIN,
  },
  compact: withBucketsOnce,
};

/** By problem domain. */
export const DOMAIN_TALLY: Tally<DomainCounts> = {
  name: 'domains',
  byWeek: true,
  rolled: {
    sql: `
      select stats.position, nullif(stats.domain_key, '') as domain_key, ${SUMMED_SESSIONS}
      from ${weeksAndDays('domain', OF_DOMAIN)}
      group by stats.position, stats.domain_key`,
    values: [],
  },
  raw: ROWS_BY_DOMAIN,
  compact: withBucketsOnce,
};

const OF_FLOW = `stats.flow_id, ${named(FLOW_COUNTS, 'stats')}`;

/** By the flow that the sessions are matched to. */
export const FLOW_TALLY: Tally<FlowCounts> = {
  name: 'flows',
  byWeek: true,
  rolled: {
    sql: `
      select stats.position, stats.flow_id, ${summed(FLOW_COUNTS, 'stats')}
      from ${weeksAndDays('flow', OF_FLOW)}
      group by stats.position, stats.flow_id`,
    values: [],
  },
  raw: {
    sql: `
      select pieces.position, counts.*
      from ${PIECES}
      cross join lateral (
        select sessions.matched_flow_id as flow_id, ${counted(FLOW_COUNTS)}
        from sessions
        where ${OF_THE_PIECE} and ${MATCHED}
        group by sessions.matched_flow_id
      ) as counts`,
    values: [],
  },
};
