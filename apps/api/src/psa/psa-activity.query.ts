import type { PsaActivityFilterDto, PsaActivitySumDto } from '@flowpilot/contracts';
import type { PsaActivityType } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';
import type { Listed } from '../database/listed.js';
import type { Interval } from '../window/index.js';
import { UNATTRIBUTED } from './psa-activity-predicates.js';

export interface PsaActivityRow {
  id: string;
  activity_type: PsaActivityType;
  session_id: string | null;
  user_id: string | null;
  hours_logged: number | null;
  psa_ticket_id: string | null;
  psa_entry_id: string | null;
  created_at: Date;
}

const COLUMNS = `
  psa_activity_logs.id, psa_activity_logs.activity_type, psa_activity_logs.session_id, psa_activity_logs.user_id,
  psa_activity_logs.hours_logged::float8 as hours_logged, psa_activity_logs.psa_ticket_id,
  psa_activity_logs.psa_entry_id, psa_activity_logs.created_at`;

/** Of the stretch and the filter: the first 5 parameters. */
const ADMITTED = `
  psa_activity_logs.account_id = $1
  and psa_activity_logs.created_at >= $2 and psa_activity_logs.created_at < $3
  and ($4::text is null or psa_activity_logs.activity_type = $4)
  and (not $5::boolean or ${UNATTRIBUTED})`;

function admitted(accountId: string, { from, to }: Interval, filter: PsaActivityFilterDto): unknown[] {
  return [accountId, from, to, filter.activity_type ?? null, filter.unattributed ?? false];
}

/** An activity in a file: with the names behind its ids, and when it was posted by the account's clocks. */
export interface ExportedActivityRow extends PsaActivityRow {
  created_local: string;
  engineer: string | null;
  client: string | null;
}

export const LISTED: Listed<PsaActivityRow> = { columns: COLUMNS, from: 'psa_activity_logs' };
export const EXPORTED: Listed<ExportedActivityRow> = {
  columns: `${COLUMNS}, users.name as engineer, sessions.client,
    to_char(psa_activity_logs.created_at at time zone accounts.time_zone, 'YYYY-MM-DD HH24:MI:SS') as created_local`,
  from: `psa_activity_logs
     join accounts on accounts.id = psa_activity_logs.account_id
     left join users on users.account_id = psa_activity_logs.account_id and users.id = psa_activity_logs.user_id
     left join sessions on sessions.account_id = psa_activity_logs.account_id and sessions.id = psa_activity_logs.session_id`,
};

/** Activities of the stretch, newest first, that follow the row `after`, or the first ones. */
export function selectActivities<Row extends PsaActivityRow>(
  { columns, from }: Listed<Row>,
  database: Database,
  accountId: string,
  stretch: Interval,
  filter: PsaActivityFilterDto,
  after: readonly string[] | null,
  limit: number,
): Promise<Row[]> {
  return database.query(
    `select ${columns}
     from ${from}
     where ${ADMITTED}
       and ($6::timestamptz is null or (psa_activity_logs.created_at, psa_activity_logs.id) < ($6, $7::uuid))
     order by psa_activity_logs.created_at desc, psa_activity_logs.id desc
     limit $8`,
    [...admitted(accountId, stretch, filter), after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

/** Count, hours and sessions of the activities that the filter admits. */
export async function sumActivities(
  database: Database,
  accountId: string,
  stretch: Interval,
  filter: PsaActivityFilterDto,
): Promise<PsaActivitySumDto> {
  const [row] = await database.query<PsaActivitySumDto>(
    `select count(*)::int as count,
            round(coalesce(sum(psa_activity_logs.hours_logged), 0), 2)::float8 as hours_logged,
            count(distinct psa_activity_logs.session_id)
              filter (where psa_activity_logs.activity_type = 'time_entry_posted')::int as sessions
     from psa_activity_logs
     where ${ADMITTED}`,
    admitted(accountId, stretch, filter),
  );
  return row ?? { count: 0, hours_logged: 0, sessions: 0 };
}

/** The stored activity of a pair of type and entry id. */
export async function selectActivityOfEntry(
  database: Database,
  accountId: string,
  activity: PsaActivityRow,
): Promise<PsaActivityRow | undefined> {
  const [row] = await database.query<PsaActivityRow>(
    `select ${COLUMNS}
     from psa_activity_logs
     where psa_activity_logs.account_id = $1 and psa_activity_logs.activity_type = $2
       and psa_activity_logs.psa_entry_id = $3`,
    [accountId, activity.activity_type, activity.psa_entry_id],
  );
  return row;
}

/** Stores those whose pair of type and entry id is new; their ids. Violates `psa_activity_logs_sessions_fk`. */
export async function insertActivities(
  database: Database,
  accountId: string,
  activities: readonly PsaActivityRow[],
): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(
    `insert into psa_activity_logs
       (account_id, id, activity_type, session_id, user_id, hours_logged, psa_ticket_id, psa_entry_id, created_at)
     select $1, given.id, given.activity_type, given.session_id, given.user_id, given.hours_logged,
            given.psa_ticket_id, given.psa_entry_id, given.created_at
     from json_to_recordset($2::json) as given (
       id uuid, activity_type text, session_id uuid, user_id uuid, hours_logged numeric, psa_ticket_id text,
       psa_entry_id text, created_at timestamptz
     )
     on conflict (account_id, activity_type, psa_entry_id) do nothing
     returning psa_activity_logs.id`,
    [accountId, JSON.stringify(activities)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Gives an activity without a session to this one. False when it has one. Violates `psa_activity_logs_sessions_fk`. */
export async function attributeActivity(
  database: Database,
  accountId: string,
  id: string,
  sessionId: string,
): Promise<boolean> {
  const rows = await database.query(
    `update psa_activity_logs set session_id = $3
     where psa_activity_logs.account_id = $1 and psa_activity_logs.id = $2 and ${UNATTRIBUTED}
     returning psa_activity_logs.id`,
    [accountId, id, sessionId],
  );
  return rows.length > 0;
}

/** What the sessions now have in the PSA; when those began that this has changed. Rows are locked in id order, so that two callers cannot deadlock. */
export async function flagSessions(
  database: Database,
  accountId: string,
  activities: readonly Pick<PsaActivityRow, 'session_id' | 'activity_type'>[],
  now: Date,
): Promise<Date[]> {
  const changed = await database.query<{ created_at: Date }>(
    `with given as (
       select stored.session_id,
              bool_or(stored.activity_type = 'note_posted') as note,
              bool_or(stored.activity_type = 'time_entry_posted') as time_entry
       from json_to_recordset($2::json) as stored (session_id uuid, activity_type text)
       where stored.session_id is not null
       group by stored.session_id
     ),
     changing as (
       select sessions.id, given.note, given.time_entry
       from sessions
       join given on given.session_id = sessions.id
       where sessions.account_id = $1
         and ((given.note and not sessions.has_note) or (given.time_entry and not sessions.has_time_entry))
       order by sessions.id
       for no key update of sessions
     )
     update sessions
     set has_note = sessions.has_note or changing.note,
         has_time_entry = sessions.has_time_entry or changing.time_entry,
         updated_at = $3
     from changing
     where sessions.account_id = $1 and sessions.id = changing.id
     returning sessions.created_at`,
    [accountId, JSON.stringify(activities), now],
  );
  return changed.map(({ created_at }) => created_at);
}
