import type { Database } from '../database/database.js';
import type { Interval } from '../window/index.js';

/** Pushes made in the window that have not reached the PSA. */
export interface PushFacts {
  failed_pushes: number;
  pending_pushes: number;
}

export async function pushFacts(database: Database, accountId: string, { from, to }: Interval): Promise<PushFacts> {
  const [facts] = await database.prepared<PushFacts>(PUSH_FACTS, [accountId, from, to]);
  if (!facts) throw new Error('push facts are always one row');
  return facts;
}

const PUSH_FACTS = `
  select (count(*) filter (where psa_pushes.state = 'failed'))::int as failed_pushes,
         (count(*) filter (where psa_pushes.state = 'pending'))::int as pending_pushes
  from psa_pushes
  where psa_pushes.account_id = $1 and psa_pushes.created_at >= $2 and psa_pushes.created_at < $3`;
