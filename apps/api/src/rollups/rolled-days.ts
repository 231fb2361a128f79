import type { AccountWindow, LocalDay } from '../window/index.js';

/** Local days that touch each other, whole or cut off; at least one. Of each such stretch of time something is counted. */
export type Stretch = readonly LocalDay[];

/** The parameters $1 to $6 of every statement that counts stretches. Instants in milliseconds since 1970: years before 1 have no ISO form. */
export function countedStretches({ accountId, timeZone }: Pick<AccountWindow, 'accountId' | 'timeZone'>, stretches: readonly Stretch[]): unknown[] {
  const days = stretches.flat();
  return [
    accountId,
    timeZone,
    stretches.flatMap((stretch, index) => stretch.map(() => index + 1)),
    days.map(({ date }) => date),
    days.map(({ start }) => start.getTime()),
    days.map(({ end }) => end.getTime()),
  ];
}

/**
 * SQL: of the days of `countedStretches`, numbered by their stretch (`counted_days`), those that can be read from the rollups
 * (`rolled`: they are counted by this zone's clocks, whole or up to an hour before they end in the stretch, and were not
 * written to since), and all the rest (`unrolled`), joined where it touches, which has to be read from the sessions.
 * Together they are exactly the stretches.
 */
export const ROLLED_DAYS = `
  counted_days as materialized (
    select given.position, given.day, to_timestamp(given.starts_ms / 1000) as starts_at, to_timestamp(given.ends_ms / 1000) as ends_at
    from unnest($3::int[], $4::date[], $5::float8[], $6::float8[]) as given (position, day, starts_ms, ends_ms)
  ),
  -- Once, by the account and the time: per day, a plan made while there were none would read those of all accounts each time.
  late_writes as materialized (
    select rollup_invalidations.created_at
    from rollup_invalidations
    where rollup_invalidations.account_id = $1
      and rollup_invalidations.created_at >= (select min(counted_days.starts_at) from counted_days)
      and rollup_invalidations.created_at < (select max(counted_days.ends_at) from counted_days)
  ),
  rolled as materialized (
    select counted_days.position, counted_days.day, rollup_days.starts_at, rollup_days.ends_at, rollup_days.whole
    from counted_days
    join rollup_days
      on rollup_days.account_id = $1
      and rollup_days.day = counted_days.day
      and rollup_days.time_zone = $2
      and rollup_days.starts_at = counted_days.starts_at
      and case when rollup_days.whole then rollup_days.ends_at = counted_days.ends_at else rollup_days.ends_at <= counted_days.ends_at end
    where not exists (
      select from late_writes
      where late_writes.created_at >= rollup_days.starts_at and late_writes.created_at < rollup_days.ends_at
    )
  ),
  left_over as (
    select counted_days.position, coalesce(rolled.ends_at, counted_days.starts_at) as starts_at, counted_days.ends_at
    from counted_days
    left join rolled on rolled.position = counted_days.position and rolled.day = counted_days.day
    where coalesce(rolled.ends_at, counted_days.starts_at) < counted_days.ends_at
  ),
  -- Of a multirange PostgreSQL expects a hundred gaps, and plans for as many.
  unrolled as materialized (
    select islands.position, min(islands.starts_at) as starts_at, max(islands.ends_at) as ends_at
    from (
      select begun.position, begun.starts_at, begun.ends_at,
             count(*) filter (where begun.anew) over (partition by begun.position order by begun.starts_at) as island
      from (
        select left_over.position, left_over.starts_at, left_over.ends_at,
               lag(left_over.ends_at) over (partition by left_over.position order by left_over.starts_at)
                 is distinct from left_over.starts_at as anew
        from left_over
      ) as begun
    ) as islands
    group by islands.position, islands.island
  )`;
