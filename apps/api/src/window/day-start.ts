/**
 * SQL: what `local_day_start` answers, which PostgreSQL pastes into a statement with its inner call twice over: for many days
 * that is three times the work. A spec compares the two.
 */
export function dayStart(day: string, zone: string): string {
  return `(
    select case when midnight.at at time zone ${zone} = (${day})::timestamp then midnight.at else (${day})::timestamp at time zone ${zone} end
    from (select midnight_by_offset_before(${day}, ${zone}) as at offset 0) as midnight
  )`;
}
