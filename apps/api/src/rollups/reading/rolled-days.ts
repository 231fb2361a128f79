import type { Database } from '../../database/database.js';
import type { AccountWindow, LocalDay } from '../../window/index.js';
import { mondayOf } from '../week-rollup.query.js';

/** A day that can be read from the rollups at this moment, whole or up to an hour of it. Instants in milliseconds since 1970. */
export interface RolledDay {
  /** YYYY-MM-DD. */
  day: string;
  starts_ms: number;
  ends_ms: number;
  whole: boolean;
  /** When it was counted, in microseconds since 1970: what is counted of it anew has another. */
  counted_us: number;
  /** The Monday of its week, where the sums of the week stand too. */
  week: string | null;
}

/**
 * Of these days of an account, each after the one before, those that are counted by its zone's clocks and were not written
 * to since.
 */
export async function rolledDays(
  database: Database,
  { accountId, timeZone }: Pick<AccountWindow, 'accountId' | 'timeZone'>,
  days: readonly LocalDay[],
): Promise<RolledDay[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  // By instants in milliseconds since 1970: years before 1 have neither instants nor dates in ISO form.
  return database.prepared<RolledDay>(ROLLED_DAYS, [accountId, timeZone, first.start.getTime(), last.end.getTime()]);
}

const ROLLED_DAYS = `
  with late_writes as materialized (
    select rollup_invalidations.created_at
    from rollup_invalidations
    where rollup_invalidations.account_id = $1
      and rollup_invalidations.created_at >= to_timestamp($3::float8 / 1000)
      and rollup_invalidations.created_at < to_timestamp($4::float8 / 1000)
  )
  select rollup_days.day::text as day,
         -- Doubles, exact once they are rounded: numerics take a seventh of this statement's time.
         round(date_part('epoch', rollup_days.starts_at) * 1000) as starts_ms,
         round(date_part('epoch', rollup_days.ends_at) * 1000) as ends_ms,
         rollup_days.whole,
         round(date_part('epoch', rollup_days.counted_at) * 1000000) as counted_us,
         rollup_weeks.week::text as week
  from rollup_days
  left join rollup_weeks on rollup_weeks.account_id = rollup_days.account_id and rollup_weeks.week = ${mondayOf('rollup_days.day')}
  where rollup_days.account_id = $1
    -- Local dates are at most a day off those of UTC.
    and rollup_days.day >= (to_timestamp($3::float8 / 1000) at time zone 'UTC')::date - 1
    and rollup_days.day <= (to_timestamp($4::float8 / 1000) at time zone 'UTC')::date + 1
    and rollup_days.time_zone = $2
    and not exists (
      select from late_writes
      where late_writes.created_at >= rollup_days.starts_at and late_writes.created_at < rollup_days.ends_at
    )
  order by rollup_days.day`;
