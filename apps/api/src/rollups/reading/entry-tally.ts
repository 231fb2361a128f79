import { UNATTRIBUTED } from '../../psa/index.js';
import { entriesOfSession, entriesWithin, ENTRY_COUNTS } from '../entry-columns.js';
import { counted } from '../session-columns.js';
import type { Stretch } from './stretch-plan.js';
import { type Counted, DAYS, PIECES, type Tally } from './tally.js';

/** Time entries by the moment they were posted. */
export interface EntryCounts extends Counted {
  entries: number;
  /** Entries that no session stands behind. */
  unattributed: number;
  /** Hours in whole ten-thousandths, exact. */
  hour_parts: number;
  /** Sessions whose first entry of the stretch is among these: the sum of a stretch's rows is the number of distinct ones. */
  sessions: number;
}

/**
 * The time entries of each stretch. Of a whole day those sessions count whose previous entry lies before the stretch, which
 * therefore begins with a local day. Only of the first `withSessions` stretches are they counted, else 0: what no rollup tells
 * needs a look at each session.
 */
export function entryTally(stretches: readonly Stretch[], withSessions: number): Tally<EntryCounts> {
  const first = stretches.slice(0, withSessions).map(([day]) => day);
  const dates = first.map((day) => day?.date);
  return {
    name: ['entries', ...dates].join(' '),
    byWeek: false,
    rolled: { sql: ROLLED, values: [dates] },
    raw: { sql: RAW, values: [first.map((day) => day?.start.getTime())] },
  };
}

const ROLLED = `
  select days.position,
         sum(stats.entries)::int as entries,
         sum(stats.unattributed)::int as unattributed,
         sum(stats.hour_parts)::float8 as hour_parts,
         coalesce(sum(stats.entries - stats.unattributed) filter (where stats.previous_day < ($4::date[])[days.position]), 0)::int as sessions
  from ${DAYS}
  join psa_day_stats as stats on stats.account_id = $1 and stats.day = days.day
  group by days.position`;

const RAW = `
  select pieces.position, counts.entries, counts.unattributed, counts.hour_parts::float8,
         case
           when begins.at is null then 0
           when begins.at = pieces.starts_at then counts.sessions
           else (
             select count(*)::int
             from (
               select distinct psa_activity_logs.session_id
               from psa_activity_logs
               where ${entriesWithin('pieces.starts_at', 'pieces.ends_at')} and not (${UNATTRIBUTED})
             ) as found
             where (
               select min(own.created_at)
               from (${entriesOfSession('found.session_id')}) as own
               where own.created_at >= begins.at and own.created_at < pieces.starts_at
             ) is null
           )
         end as sessions
  from ${PIECES}
  cross join lateral (select to_timestamp(($5::float8[])[pieces.position] / 1000)) as begins (at)
  cross join lateral (
    select ${counted(ENTRY_COUNTS)}, count(distinct psa_activity_logs.session_id)::int as sessions
    from psa_activity_logs
    where ${entriesWithin('pieces.starts_at', 'pieces.ends_at')}
  ) as counts`;
