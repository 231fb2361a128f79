import { RESOLUTION_BUCKET_BOUNDS } from '@flowpilot/metrics';

import { COUNTED_FACTS, resolutionBucketSql, type SessionFacts, SUMMED_FACTS } from '../analytics/session-facts.js';
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

const OVERVIEW_FACTS = `
  with days as (
    with counted as (
      select width_bucket(sessions.created_at, $6::timestamptz[]) as day,
             ${resolutionBucketSql('$7')} as bucket, ${COUNTED_FACTS}
      from sessions
      where sessions.account_id = $1 and sessions.created_at >= $2 and sessions.created_at < $3
      group by day, bucket
    )
    select counted.day, ${SUMMED_FACTS}
    from counted
    group by counted.day
  ),
  previous as (
    with counted as (
      select ${resolutionBucketSql('$7')} as bucket, ${COUNTED_FACTS}
      from sessions
      where sessions.account_id = $1 and sessions.created_at >= $4 and sessions.created_at < $5
      group by bucket
    )
    select ${SUMMED_FACTS}
    from counted
  )
  select coalesce((select json_agg(days order by days.day) from days), '[]') as days,
         (select row_to_json(previous) from previous) as previous`;
