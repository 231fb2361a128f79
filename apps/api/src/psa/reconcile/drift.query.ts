import type { DriftState } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';

/** A time entry that the product pushed, and how it was found to differ so far. */
export interface PushedEntry {
  activity_id: string;
  psa_entry_id: string;
  pushed_hours: number;
}

export interface EntryDrift {
  activity_id: string;
  state: DriftState;
  present_hours: number;
}

const PUSHED_ENTRIES = `
  select activities.id as activity_id, pushes.psa_entry_id, activities.hours_logged::float8 as pushed_hours
  from psa_pushes as pushes
  join psa_activity_logs as activities
    on activities.account_id = pushes.account_id and activities.id = pushes.activity_id
  where pushes.account_id = $1 and pushes.kind = 'time_entry' and pushes.state = 'sent' and pushes.sent_at >= $2
    and pushes.psa_entry_id is not null`;

/** Those of the PSA's entries that the product pushed through the present connection, which was made `since`. */
export function selectPushedEntries(
  database: Database,
  accountId: string,
  since: Date,
  entryIds: readonly string[],
): Promise<PushedEntry[]> {
  return database.query(`${PUSHED_ENTRIES} and pushes.psa_entry_id = any($3::text[])`, [accountId, since, entryIds]);
}

/** Entries pushed `since`, by the PSA's id after the given one. */
export function selectPushedSince(
  database: Database,
  accountId: string,
  since: Date,
  after: string,
  limit: number,
): Promise<PushedEntry[]> {
  return database.query(
    `${PUSHED_ENTRIES} and pushes.psa_entry_id > $3 order by pushes.psa_entry_id limit $4`,
    [accountId, since, after, limit],
  );
}

/** Notes how entries differ; the drifts that are new or other than before. */
export function storeDrifts(
  database: Database,
  accountId: string,
  drifts: readonly EntryDrift[],
  now: Date,
): Promise<{ state: DriftState }[]> {
  return database.query(
    `insert into psa_entry_drifts as drifts (account_id, activity_id, state, present_hours, noticed_at)
     select $1, given.activity_id, given.state, given.present_hours, $3
     from json_to_recordset($2::json) as given (activity_id uuid, state text, present_hours numeric)
     on conflict (account_id, activity_id) do update
     set state = excluded.state, present_hours = excluded.present_hours, noticed_at = excluded.noticed_at
     where (drifts.state, drifts.present_hours) is distinct from (excluded.state, excluded.present_hours)
     returning drifts.state`,
    [accountId, JSON.stringify(drifts), now],
  );
}

/** Forgets that these entries differed; how many did. */
export async function clearDrifts(database: Database, accountId: string, activityIds: readonly string[]): Promise<number> {
  const rows = await database.query(
    `delete from psa_entry_drifts as drifts
     where drifts.account_id = $1 and drifts.activity_id = any($2::uuid[])
     returning drifts.activity_id`,
    [accountId, activityIds],
  );
  return rows.length;
}
