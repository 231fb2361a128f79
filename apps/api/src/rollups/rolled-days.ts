/** Placeholders of bound parameters. */
export interface RolledDaysParameters {
  account: string;
  /** The zone whose days the stretches are. */
  zone: string;
}

/** SQL: whether a day was counted from its first to its last instant, as the server knows the zone now: zones' rules change. */
export function asThatZoneHasIt(zone: string): string {
  return `rollup_days.starts_at = local_day_start(rollup_days.day, ${zone})
          and rollup_days.ends_at = local_day_start(rollup_days.day + 1, ${zone})`;
}

/**
 * SQL: of the stretches of time in the CTE `stretches (position, starts_at, ends_at)`, the days that can be read from
 * the rollups (`rolled`: they lie wholly inside, are counted by this zone's clocks and were not written to since), and
 * all the rest (`unrolled`), which has to be read from the sessions. Together they are exactly the stretches.
 */
export function rolledDays({ account, zone }: RolledDaysParameters): string {
  return `
  rolled as (
    select stretches.position, rollup_days.day, rollup_days.starts_at, rollup_days.ends_at
    from stretches
    join rollup_days
      on rollup_days.account_id = ${account}
      and rollup_days.day >= (stretches.starts_at at time zone ${zone})::date
      and rollup_days.day <= (stretches.ends_at at time zone ${zone})::date
      and rollup_days.time_zone = ${zone}
      and rollup_days.starts_at >= stretches.starts_at and rollup_days.ends_at <= stretches.ends_at
      and ${asThatZoneHasIt(zone)}
    where not exists (
      select from rollup_invalidations
      where rollup_invalidations.account_id = ${account}
        and rollup_invalidations.created_at >= rollup_days.starts_at
        and rollup_invalidations.created_at < rollup_days.ends_at
    )
  ),
  rolled_stretches as (
    select rolled.position, range_agg(tstzrange(rolled.starts_at, rolled.ends_at)) as days
    from rolled
    group by rolled.position
  ),
  unrolled as (
    select stretches.position, lower(gaps.gap) as starts_at, upper(gaps.gap) as ends_at
    from stretches
    left join rolled_stretches on rolled_stretches.position = stretches.position
    cross join lateral unnest(
      tstzmultirange(tstzrange(stretches.starts_at, stretches.ends_at)) - coalesce(rolled_stretches.days, '{}')
    ) as gaps (gap)
  )`;
}
