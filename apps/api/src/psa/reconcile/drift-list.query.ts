import type { DriftState } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import type { AccountWindow } from '../../window/index.js';

/** Hours in whole ten-thousandths, exact. */
export interface DriftTotals {
  pushed_parts: number;
  present_parts: number;
  changed: number;
  deleted: number;
}

/** The time entries of the window as pushed, and as the PSA had them when it was last asked. */
export async function selectDriftTotals(database: Database, window: AccountWindow): Promise<DriftTotals> {
  const [totals] = await database.query<DriftTotals>(
    `select coalesce(sum(activities.hours_logged) * 10000, 0)::float8 as pushed_parts,
            coalesce(sum(coalesce(drifts.present_hours, activities.hours_logged)) * 10000, 0)::float8 as present_parts,
            (count(*) filter (where drifts.state = 'changed'))::int as changed,
            (count(*) filter (where drifts.state = 'deleted'))::int as deleted
     from psa_activity_logs as activities
     left join psa_entry_drifts as drifts
       on drifts.account_id = activities.account_id and drifts.activity_id = activities.id
     where activities.account_id = $1 and activities.activity_type = 'time_entry_posted'
       and activities.created_at >= $2 and activities.created_at < $3`,
    [window.accountId, window.from, window.to],
  );
  if (!totals) throw new Error('totals are always one row');
  return totals;
}

export interface DriftRow {
  activity_id: string;
  session_id: string | null;
  user_id: string | null;
  psa_ticket_id: string | null;
  psa_entry_id: string;
  state: DriftState;
  pushed_hours: number;
  present_hours: number;
  created_at: Date;
  noticed_at: Date;
}

/** The window's entries that differ, newest first, that follow the row `after`, or the first ones. */
export function selectDrifts(
  database: Database,
  window: AccountWindow,
  after: readonly string[] | null,
  limit: number,
): Promise<DriftRow[]> {
  return database.query(
    `select activities.id as activity_id, activities.session_id, activities.user_id, activities.psa_ticket_id,
            activities.psa_entry_id, drifts.state, activities.hours_logged::float8 as pushed_hours,
            drifts.present_hours::float8 as present_hours, activities.created_at, drifts.noticed_at
     from psa_entry_drifts as drifts
     join psa_activity_logs as activities
       on activities.account_id = drifts.account_id and activities.id = drifts.activity_id
     where drifts.account_id = $1 and activities.created_at >= $2 and activities.created_at < $3
       and ($4::timestamptz is null or (activities.created_at, activities.id) < ($4, $5::uuid))
     order by activities.created_at desc, activities.id desc
     limit $6`,
    [window.accountId, window.from, window.to, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}
