import { v7 as newId } from 'uuid';

import type { Database } from '../database/database.js';
import { lateTimes } from './late-writes.js';

/**
 * Notes which days a write has changed that rollups may hold. Must run in the writing transaction, whatever it writes of
 * the sessions; `begun` are their `created_at` before and after.
 */
export async function noteLateWrites(database: Database, accountId: string, begun: Iterable<Date>, now: Date): Promise<void> {
  const times = lateTimes(begun, now);
  if (times.length === 0) return;
  await database.query(NOTE, [accountId, times.map(() => newId()), times]);
}

const NOTE = `
  insert into rollup_invalidations (account_id, id, created_at)
  select $1, noted.id, noted.created_at
  from unnest($2::uuid[], $3::timestamptz[]) as noted (id, created_at)`;
