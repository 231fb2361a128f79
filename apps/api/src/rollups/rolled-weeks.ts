import { ROLLED_DAYS } from './rolled-days.js';

/** SQL: the Monday of a day's week, by the calendar alone. */
export const mondayOf = (day: string) => `(${day} - (extract(isodow from ${day})::int - 1))`;

/**
 * SQL: as `ROLLED_DAYS`, with `rolled_weeks (position, week)`: weeks of which every day can be read from the rollups, and
 * whose sums stand there too; and `single_days (position, day)`: the rolled days of no such week. Where a day has a row for
 * each domain or flow, a window is read from a fraction of the rows.
 */
export const ROLLED_WEEKS = `${ROLLED_DAYS},
  rolled_weeks as materialized (
    select whole.position, whole.week
    from (
      select rolled.position, ${mondayOf('rolled.day')} as week
      from rolled
      where rolled.whole
      group by rolled.position, week
      having count(*) = 7
    ) as whole
    join rollup_weeks on rollup_weeks.account_id = $1 and rollup_weeks.week = whole.week
  ),
  single_days as materialized (
    select rolled.position, rolled.day
    from rolled
    where not exists (
      select from rolled_weeks where rolled_weeks.position = rolled.position and rolled_weeks.week = ${mondayOf('rolled.day')}
    )
  )`;
