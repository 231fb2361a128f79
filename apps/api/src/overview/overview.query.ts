import { RESOLUTION_BUCKET_BOUNDS } from '@flowpilot/metrics';

import { resolutionBucketSql, SESSION_COUNTS, type SessionFacts } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import type { AccountWindow } from '../window/index.js';

export interface SessionDayFacts extends SessionFacts {
  /** Counts the window's days from 1. */
  day: number;
}

export interface OverviewFacts {
  /** Days with a session, oldest first. */
  days: SessionDayFacts[];
  previous: SessionFacts;
}

/** The sessions of the window by local day, and those of the previous window. */
export async function overviewFacts(database: Database, window: AccountWindow): Promise<OverviewFacts> {
  const { accountId, from, to, previous, days } = window;
  const starts = days.map((day) => day.start);
  const [facts] = await database.query<OverviewFacts>(OVERVIEW_FACTS, [
    accountId,
    from,
    to,
    previous.from,
    previous.to,
    starts,
    RESOLUTION_BUCKET_BOUNDS,
  ]);
  if (!facts) throw new Error('overview facts are always one row');
  return facts;
}

const DAY = 'width_bucket(sessions.created_at, $6::timestamptz[])';
const BUCKET = resolutionBucketSql('$7');

const OVERVIEW_FACTS = `
  with counted as (
    select ${DAY} as day, ${SESSION_COUNTS}
    from sessions
    where sessions.account_id = $1 and sessions.created_at >= $2 and sessions.created_at < $3
    group by day
  ),
  timed as (
    select ${DAY} as day, ${BUCKET} as bucket, count(*)::int as sessions
    from sessions
    where sessions.account_id = $1 and sessions.created_at >= $2 and sessions.created_at < $3
      and sessions.status = 'resolved'
    group by day, bucket
  ),
  timings as (
    select timed.day, json_object_agg(timed.bucket, timed.sessions) as resolution_buckets
    from timed
    group by timed.day
  ),
  days as (
    select counted.*, timings.resolution_buckets
    from counted
    left join timings on timings.day = counted.day
  ),
  previously_timed as (
    select ${BUCKET} as bucket, count(*)::int as sessions
    from sessions
    where sessions.account_id = $1 and sessions.created_at >= $4 and sessions.created_at < $5
      and sessions.status = 'resolved'
    group by bucket
  ),
  previous as (
    select ${SESSION_COUNTS},
           (
             select json_object_agg(previously_timed.bucket, previously_timed.sessions) from previously_timed
           ) as resolution_buckets
    from sessions
    where sessions.account_id = $1 and sessions.created_at >= $4 and sessions.created_at < $5
  )
  select coalesce((select json_agg(days order by days.day) from days), '[]') as days,
         (select row_to_json(previous) from previous) as previous`;
