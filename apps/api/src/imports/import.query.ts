import type { ImportMappingDto } from '@flowpilot/contracts';
import type { ImportFormat, ImportPhase, ImportState } from '@flowpilot/metrics';

import type { Database } from '../database/database.js';

export interface ImportRow {
  id: string;
  format: ImportFormat;
  file_name: string;
  file_bytes: number;
  encoding: string;
  mapping: ImportMappingDto | null;
  dry_run: boolean;
  shift_to_today: boolean;
  shift_days: number | null;
  state: ImportState;
  phase: ImportPhase | null;
  phase_began_at: Date | null;
  row_count: number;
  total: number | null;
  done: number;
  accepted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  made_categories: number;
  made_flows: number;
  first_session_at: Date | null;
  last_session_at: Date | null;
  error: string | null;
  created_by: string;
  creator: string | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

/** Imports whose file has arrived. */
const SELECT = `
  select imports.id, imports.format, imports.file_name, imports.file_bytes, imports.encoding, imports.mapping,
         imports.dry_run, imports.shift_to_today, imports.shift_days, imports.state, imports.phase,
         imports.phase_began_at, imports.row_count, imports.total, imports.done, imports.accepted, imports.updated,
         imports.unchanged, imports.rejected, imports.made_categories, imports.made_flows,
         imports.first_session_at, imports.last_session_at, imports.error, imports.created_by,
         users.name as creator, imports.created_at, imports.started_at, imports.finished_at
  from imports
  left join users on users.id = imports.created_by
  where imports.account_id = $1 and imports.state <> 'receiving'`;

/** Newest first, those that follow the row `after`, or the first ones. */
export function selectImports(
  database: Database,
  accountId: string,
  after: readonly string[] | null,
  limit: number,
): Promise<ImportRow[]> {
  return database.query(
    `${SELECT} and ($2::timestamptz is null or (imports.created_at, imports.id) < ($2, $3::uuid))
     order by imports.created_at desc, imports.id desc
     limit $4`,
    [accountId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export async function selectImport(database: Database, accountId: string, id: string): Promise<ImportRow | undefined> {
  const [row] = await database.query<ImportRow>(`${SELECT} and imports.id = $2`, [accountId, id]);
  return row;
}

/** Violates `imports_open` while the account has another open import. False unless it was checked. */
export async function startChecked(database: Database, accountId: string, id: string): Promise<boolean> {
  const rows = await database.query(
    `update imports
     set state = 'pending', dry_run = false, phase = null, started_at = null, finished_at = null, row_count = 0,
         total = null, done = 0, accepted = 0, updated = 0, unchanged = 0, rejected = 0, made_categories = 0,
         made_flows = 0, first_session_at = null, last_session_at = null
     where imports.account_id = $1 and imports.id = $2 and imports.state = 'checked'
     returning imports.id`,
    [accountId, id],
  );
  return rows.length > 0;
}

/** False when it has ended already. */
export async function cancelOpen(database: Database, accountId: string, id: string, now: Date): Promise<boolean> {
  const rows = await database.query(
    `update imports
     set state = 'cancelled', phase = null, phase_began_at = null, lease_until = null, finished_at = $3
     where imports.account_id = $1 and imports.id = $2 and imports.state in ('pending', 'running', 'checked')
     returning imports.id`,
    [accountId, id, now],
  );
  return rows.length > 0;
}
