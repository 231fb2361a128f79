import { RESOLUTION_BUCKET_BOUNDS } from '@flowpilot/metrics';

import { resolutionBucketSql, SESSION_COUNTS, type SessionFacts } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { IN_STATUS, inWindow } from '../sessions/index.js';
import type { Interval } from '../window/index.js';

/** The sessions of each stretch of time, in the order given. */
export function sessionFacts(
  database: Database,
  accountId: string,
  stretches: readonly Interval[],
): Promise<SessionFacts[]> {
  return database.query<SessionFacts>(SESSION_FACTS, [
    accountId,
    stretches.map((stretch) => stretch.from),
    stretches.map((stretch) => stretch.to),
    RESOLUTION_BUCKET_BOUNDS,
  ]);
}

// Each stretch is a range of the index: cheaper than to sort all sessions by the day they fall on.
const SESSION_FACTS = `
  select counted.*, timings.resolution_buckets
  from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as stretches (starts_at, ends_at, position)
  cross join lateral (
    select ${SESSION_COUNTS}
    from sessions
    where sessions.account_id = $1
      and ${inWindow('stretches.starts_at', 'stretches.ends_at')}
  ) as counted
  cross join lateral (
    select json_object_agg(timed.bucket, timed.sessions) as resolution_buckets
    from (
      select ${resolutionBucketSql('$4')} as bucket, count(*)::int as sessions
      from sessions
      where sessions.account_id = $1
        and ${inWindow('stretches.starts_at', 'stretches.ends_at')}
        and ${IN_STATUS.resolved}
      group by bucket
    ) as timed
  ) as timings
  order by stretches.position`;
