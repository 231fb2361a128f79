import type { ImportMappingDto } from '@flowpilot/contracts';
import type { ImportFormat } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';

/** A worker that is silent for longer is dead; its import is taken up again. */
const LEASE = '30 seconds';

/** An import that this process alone works on until its lease ends. */
export interface ClaimedImport {
  account_id: string;
  id: string;
  created_by: string;
  format: ImportFormat;
  content_hash: string;
  encoding: string;
  mapping: ImportMappingDto | null;
  dry_run: boolean;
  shift_to_today: boolean;
  shift_days: number | null;
  /** Sessions that an earlier worker has dealt with. */
  done: number;
  /** Fencing: every claim has a higher one, and only the latest may write. */
  claim: number;
}

/** Accounts with an import that nobody works on. The one question that spans accounts. */
export async function selectDueAccounts(database: Database): Promise<string[]> {
  const rows = await database.query<{ account_id: string }>(
    `select imports.account_id from imports
     where imports.state in ('pending', 'running') and (imports.lease_until is null or imports.lease_until < now())`,
  );
  return rows.map((row) => row.account_id);
}

/** Leases go by the database's clock, which all processes share. */
export async function claimImport(database: Database, accountId: string, now: Date): Promise<ClaimedImport | undefined> {
  const [claimed] = await database.query<ClaimedImport>(
    `with free as (
       select imports.id from imports
       where imports.account_id = $1 and imports.state in ('pending', 'running')
         and (imports.lease_until is null or imports.lease_until < now())
       for update skip locked
     )
     update imports
     set state = 'running', phase = 'reading', phase_began_at = $2, started_at = coalesce(imports.started_at, $2),
         row_count = 0, claim = imports.claim + 1, lease_until = now() + $3::interval
     from free
     where imports.account_id = $1 and imports.id = free.id
     returning imports.account_id, imports.id, imports.created_by, imports.format, imports.content_hash,
               imports.encoding, imports.mapping, imports.dry_run, imports.shift_to_today, imports.shift_days,
               imports.done, imports.claim`,
    [accountId, now, LEASE],
  );
  return claimed;
}

/** Lets the next worker take it up at once. */
export async function releaseImport(database: Database, { account_id, id, claim }: ClaimedImport): Promise<void> {
  await database.query(
    `update imports set lease_until = null
     where imports.account_id = $1 and imports.id = $2 and imports.claim = $3 and imports.state = 'running'`,
    [account_id, id, claim],
  );
}

/** Renews the lease. False when the import is another's by now, or was cancelled. */
export async function renewImport(
  database: Database,
  { account_id, id, claim }: ClaimedImport,
  rowCount: number,
): Promise<boolean> {
  const rows = await database.query(
    `update imports set lease_until = now() + $4::interval, row_count = $5
     where imports.account_id = $1 and imports.id = $2 and imports.claim = $3 and imports.state = 'running'
     returning imports.id`,
    [account_id, id, claim, LEASE, rowCount],
  );
  return rows.length > 0;
}

/** The shift of the first import of this content that was shifted; null when there was none. */
export async function selectKeptShift(database: Database, accountId: string, contentHash: string): Promise<number | null> {
  const [row] = await database.query<{ shift_days: number }>(
    `select imports.shift_days from imports
     where imports.account_id = $1 and imports.content_hash = $2 and imports.shift_days is not null
       and imports.shift_to_today and not imports.dry_run
     order by imports.created_at, imports.id
     limit 1`,
    [accountId, contentHash],
  );
  return row?.shift_days ?? null;
}
