import type { Database } from '../../database/database.js';
import type { ImportKey } from './import-chunks.query.js';
import type { ImportOptions } from './import-options.js';

/** A sender that is silent for longer has gone. */
const SILENCE = '60 seconds';

/** Begins to receive a file. Violates `imports_open` while the account has another import that is open. */
export async function insertReceiving(
  database: Database,
  { accountId, id }: ImportKey,
  createdBy: string | null,
  now: Date,
): Promise<void> {
  await database.query(
    `insert into imports (account_id, id, created_by, format, file_name, encoding, dry_run, shift_to_today, state,
                          lease_until, created_at)
     values ($1, $2, $3, 'csv', '', '', false, false, 'receiving', now() + $5::interval, $4)`,
    [accountId, id, createdBy, now, SILENCE],
  );
}

export async function stillReceiving(database: Database, { accountId, id }: ImportKey): Promise<void> {
  await database.query(
    `update imports set lease_until = now() + $3::interval
     where imports.account_id = $1 and imports.id = $2 and imports.state = 'receiving'`,
    [accountId, id, SILENCE],
  );
}

/** Imports whose sender has gone without a word, as when the process was killed. */
export async function selectAbandoned(database: Database, accountId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select imports.id from imports
     where imports.account_id = $1 and imports.state = 'receiving' and imports.lease_until < now()`,
    [accountId],
  );
  return rows.map((row) => row.id);
}

export async function deleteImport(database: Database, { accountId, id }: ImportKey): Promise<void> {
  await database.query(`delete from imports where imports.account_id = $1 and imports.id = $2`, [accountId, id]);
}

/** What is known of a file that has arrived. */
export interface ReceivedFile {
  name: string;
  bytes: number;
  contentHash: string;
}

/** Hands the import over to the workers. */
export async function acceptImport(
  database: Database,
  { accountId, id }: ImportKey,
  file: ReceivedFile,
  options: ImportOptions,
): Promise<void> {
  await database.query(
    `update imports
     set state = 'pending', lease_until = null, file_name = $3, file_bytes = $4, content_hash = $5, format = $6,
         mapping = $7::jsonb, encoding = $8, dry_run = $9, shift_to_today = $10
     where imports.account_id = $1 and imports.id = $2`,
    [
      accountId,
      id,
      file.name,
      file.bytes,
      file.contentHash,
      options.format,
      options.mapping === null ? null : JSON.stringify(options.mapping),
      options.encoding,
      options.dryRun,
      options.shiftToToday,
    ],
  );
}

/** Dry runs that were not followed: a new file takes their place. Answers their ids. */
export async function cancelChecked(database: Database, accountId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `update imports set state = 'cancelled'
     where imports.account_id = $1 and imports.state = 'checked'
     returning imports.id`,
    [accountId],
  );
  return rows.map((row) => row.id);
}
