import type { Database } from '../database/database.js';
import { dayStart } from './day-start.js';

export interface DayRow {
  /** YYYY-MM-DD. */
  date: string;
  /** Milliseconds since 1970, UTC. */
  starts_ms: number;
}

/** When the days of a window begin in a zone: those of the previous one, as many of this one, and the one after. */
export function selectDays(database: Database, zone: string, firstDay: string, dayCount: number): Promise<DayRow[]> {
  return database.prepared<DayRow>(SELECT_DAYS, [zone, firstDay, dayCount]);
}

const SELECT_DAYS = `
  select to_char(days.day, 'YYYY-MM-DD') as date, (extract(epoch from begins.at) * 1000)::float8 as starts_ms
  from (select $2::date + offsets.n as day from generate_series(-$3::int, $3::int) as offsets (n)) as days
  cross join lateral ${dayStart('days.day', '$1::text')} as begins (at)
  order by days.day`;
