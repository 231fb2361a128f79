import type { SessionFacts } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { BUCKET_BOUNDS, sessionParts, SUMMED_PARTS } from '../rollups/index.js';
import type { AccountWindow, Interval } from '../window/index.js';

/** The sessions of each stretch of time, in the order given. */
export function sessionFacts(
  database: Database,
  { accountId, timeZone }: Pick<AccountWindow, 'accountId' | 'timeZone'>,
  stretches: readonly Interval[],
): Promise<SessionFacts[]> {
  return database.prepared<SessionFacts>(SESSION_FACTS, [
    accountId,
    stretches.map((stretch) => stretch.from),
    stretches.map((stretch) => stretch.to),
    timeZone,
    BUCKET_BOUNDS,
  ]);
}

const SESSION_FACTS = `
  with stretches as (
    select given.position, given.starts_at, given.ends_at
    from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as given (starts_at, ends_at, position)
  ),${sessionParts({ account: '$1', zone: '$4', bounds: '$5' })}
  select ${SUMMED_PARTS}
  from stretches
  left join parts on parts.position = stretches.position
  group by stretches.position
  order by stretches.position`;
