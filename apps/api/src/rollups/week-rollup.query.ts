import type { Database } from '../database/database.js';
import { DOMAIN_COUNTS, FLOW_COUNTS, merged, named, summed } from './session-columns.js';

/** SQL: the Monday of a day's week, by the calendar alone. */
export const mondayOf = (day: string) => `(${day} - (extract(isodow from ${day})::int - 1))`;

/** Sums the weeks of which every day is counted, and that are not summed yet. In the transaction that counts the days. */
export async function rollUpWeeks(database: Database, accountId: string): Promise<void> {
  const due = await database.prepared<{ week: string }>(DUE_WEEKS, [accountId]);
  if (due.length === 0) return;
  const weeks = [accountId, due.map(({ week }) => week)];
  await database.prepared(ROLL_UP_DOMAINS, weeks);
  await database.prepared(ROLL_UP_FLOWS, weeks);
  await database.prepared('insert into rollup_weeks (account_id, week) select $1, weeks.week from unnest($2::date[]) as weeks (week)', weeks);
}

/** SQL: CTEs that forget the weeks of which one of the days $2 is forgotten: they are no sums any more. */
export const FORGOTTEN_WEEKS = ['rollup_weeks', 'session_week_domain_stats', 'session_week_flow_stats']
  .map(
    (table) => `of_${table} as (
      delete from ${table}
      where ${table}.account_id = $1 and ${table}.week in (select ${mondayOf('days.day')} from unnest($2::date[]) as days (day))
    )`,
  )
  .join(', ');

const DUE_WEEKS = `
  select counted.week::text as week
  from (
    select ${mondayOf('rollup_days.day')} as week
    from rollup_days
    where rollup_days.account_id = $1 and rollup_days.whole
    group by week
    having count(*) = 7
  ) as counted
  where not exists (select from rollup_weeks where rollup_weeks.account_id = $1 and rollup_weeks.week = counted.week)
  order by counted.week`;

const OF_THE_WEEK = 'days.account_id = $1 and days.day >= weeks.week and days.day < weeks.week + 7';

const ROLL_UP_DOMAINS = `
  insert into session_week_domain_stats (account_id, week, domain_key, ${named(DOMAIN_COUNTS)}, resolved_by_bucket)
  select stats.account_id, weeks.week, stats.domain_key, ${named(DOMAIN_COUNTS, 'stats')}, ${merged('stats.resolved_by_bucket')}
  from unnest($2::date[]) as weeks (week)
  cross join lateral (
    select days.account_id, days.domain_key, ${summed(DOMAIN_COUNTS, 'days')},
           string_agg(days.resolved_by_bucket, ''::bytea) as resolved_by_bucket
    from session_day_domain_stats as days
    where ${OF_THE_WEEK}
    group by days.account_id, days.domain_key
  ) as stats
  order by weeks.week, stats.domain_key`;

const ROLL_UP_FLOWS = `
  insert into session_week_flow_stats (account_id, week, flow_id, ${named(FLOW_COUNTS)})
  select stats.account_id, weeks.week, stats.flow_id, ${named(FLOW_COUNTS, 'stats')}
  from unnest($2::date[]) as weeks (week)
  cross join lateral (
    select days.account_id, days.flow_id, ${summed(FLOW_COUNTS, 'days')}
    from session_day_flow_stats as days
    where ${OF_THE_WEEK}
    group by days.account_id, days.flow_id
  ) as stats
  order by weeks.week, stats.flow_id`;
