import type { Database } from '../database/database.js';
import { RowSet } from '../database/row-set.js';
import type { CounterDifference } from './contribution.js';

const differenceRows = new RowSet<CounterDifference>([
  ['flow_id', 'uuid'],
  ['usage', 'int'],
  ['resolved', 'int'],
  ['last_matched_at', 'timestamptz'],
]);

/** Keeps other writers from the counters until the transaction ends. Locks in the order of the ids. */
export async function lockCounters(database: Database, accountId: string, flowIds: readonly string[]): Promise<void> {
  await database.query(
    `select from flows
     where flows.account_id = $1 and flows.id = any($2::uuid[])
     order by flows.id
     for no key update`,
    [accountId, flowIds],
  );
}

/** Adds to the counters; the last match is only ever raised. */
export async function addDifferences(
  database: Database,
  accountId: string,
  differences: readonly CounterDifference[],
): Promise<void> {
  await database.query(
    `update flows
     set usage_count = flows.usage_count + difference.usage,
         resolved_count = flows.resolved_count + difference.resolved,
         last_matched_at = greatest(flows.last_matched_at, difference.last_matched_at)
     from ${differenceRows.from('difference', 2)}
     where flows.account_id = $1 and flows.id = difference.flow_id`,
    [accountId, ...differenceRows.parameters(differences)],
  );
}

/** Sets the counters of a flow to what its sessions say. Whether they said otherwise. */
export async function correctCounters(database: Database, accountId: string, flowId: string): Promise<boolean> {
  const rows = await database.query(
    `with counted as (
       select count(*)::int as usage_count,
              count(*) filter (where sessions.status = 'resolved')::int as resolved_count,
              max(sessions.matched_at) as last_matched_at
       from sessions
       where sessions.account_id = $1 and sessions.matched_flow_id = $2
     )
     update flows
     set usage_count = counted.usage_count,
         resolved_count = counted.resolved_count,
         last_matched_at = greatest(flows.last_matched_at, counted.last_matched_at)
     from counted
     where flows.account_id = $1 and flows.id = $2
       and (flows.usage_count <> counted.usage_count
            or flows.resolved_count <> counted.resolved_count
            or flows.last_matched_at is distinct from greatest(flows.last_matched_at, counted.last_matched_at))
     returning flows.id`,
    [accountId, flowId],
  );
  return rows.length > 0;
}

/** Ids of the account's flows that follow `after`, or the first ones, in their order. */
export function selectFlowIds(
  database: Database,
  accountId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string }[]> {
  return database.query(
    `select flows.id from flows
     where flows.account_id = $1 and ($2::uuid is null or flows.id > $2)
     order by flows.id
     limit $3`,
    [accountId, after, limit],
  );
}

/** Ids of accounts that follow `after`, or the first ones, in their order. */
export function selectAccountIds(database: Database, after: string | null, limit: number): Promise<{ id: string }[]> {
  return database.query(
    `select accounts.id from accounts
     where $1::uuid is null or accounts.id > $1
     order by accounts.id
     limit $2`,
    [after, limit],
  );
}
