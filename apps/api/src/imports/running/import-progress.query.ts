import type { ImportPhase, ImportState } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import { RowSet } from '../../database/row-set.js';
import type { ClaimedImport } from './import-claims.query.js';

/** Each of these answers false, and does nothing, when the import is another's by now or was cancelled. */
const HELD = `imports.account_id = $1 and imports.id = $2 and imports.claim = $3 and imports.state = 'running'`;

const LEASE = '30 seconds';

export interface PhaseBeginning {
  phase: ImportPhase;
  rows: number;
  total: number;
  shiftDays: number;
}

export async function beginPhase(
  database: Database,
  { account_id, id, claim }: ClaimedImport,
  { phase, rows, total, shiftDays }: PhaseBeginning,
  now: Date,
): Promise<boolean> {
  const changed = await database.query(
    `update imports
     set phase = $4, phase_began_at = $5, row_count = $6, total = $7, shift_days = $8,
         lease_until = now() + interval '${LEASE}'
     where ${HELD} returning imports.id`,
    [account_id, id, claim, phase, now, rows, total, shiftDays],
  );
  return changed.length > 0;
}

export async function noteMadeFlows(
  database: Database,
  { account_id, id, claim }: ClaimedImport,
  { categories, flows }: { categories: number; flows: number },
): Promise<boolean> {
  const changed = await database.query(
    `update imports
     set made_categories = imports.made_categories + $4, made_flows = imports.made_flows + $5,
         lease_until = now() + interval '${LEASE}'
     where ${HELD} returning imports.id`,
    [account_id, id, claim, categories, flows],
  );
  return changed.length > 0;
}

/** What became of a batch of sessions. */
export interface BatchResult {
  accepted: number;
  updated: number;
  unchanged: number;
  rejections: readonly Rejection[];
  /** Beginnings of the earliest and the latest session that was not rejected, as far as it was mapped. */
  first: Date | null;
  last: Date | null;
}

export interface Rejection {
  /** Ordinal of the session in the file. */
  position: number;
  line: number;
  reference: string | null;
  code: string;
  reason: string;
}

const rejections = new RowSet<Rejection>([
  ['position', 'int'],
  ['line', 'int'],
  ['reference', 'text'],
  ['code', 'text'],
  ['reason', 'text'],
]);

/** Adds a batch to the counts, together with its rejections. */
export function addBatch(database: Database, claimed: ClaimedImport, batch: BatchResult): Promise<boolean> {
  return database.transaction(async () => {
    if (!(await addCounts(database, claimed, batch))) return false;
    if (batch.rejections.length > 0) {
      await database.query(
        `insert into import_rejections (account_id, import_id, ${rejections.names})
         select $1, $2, ${rejections.select('given')} from ${rejections.from('given', 3)}`,
        [claimed.account_id, claimed.id, ...rejections.parameters(batch.rejections)],
      );
    }
    return true;
  });
}

async function addCounts(
  database: Database,
  { account_id, id, claim }: ClaimedImport,
  { accepted, updated, unchanged, rejections: rejected, first, last }: BatchResult,
): Promise<boolean> {
  const changed = await database.query(
    `update imports
     set accepted = imports.accepted + $4, updated = imports.updated + $5, unchanged = imports.unchanged + $6,
         rejected = imports.rejected + $7, done = imports.done + $4 + $5 + $6 + $7,
         first_session_at = least(imports.first_session_at, $8), last_session_at = greatest(imports.last_session_at, $9),
         lease_until = now() + interval '${LEASE}'
     where ${HELD} returning imports.id`,
    [account_id, id, claim, accepted, updated, unchanged, rejected.length, first, last],
  );
  return changed.length > 0;
}

/** Ends the import, well or not. */
export async function endImport(
  database: Database,
  { account_id, id, claim }: ClaimedImport,
  state: ImportState,
  error: string | null,
  now: Date,
): Promise<boolean> {
  const changed = await database.query(
    `update imports
     set state = $4, error = $5, finished_at = $6, phase = null, phase_began_at = null, lease_until = null
     where ${HELD} returning imports.id`,
    [account_id, id, claim, state, error, now],
  );
  return changed.length > 0;
}
