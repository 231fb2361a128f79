import type { Database } from '../../database/database.js';

/** Present version of each of these flows that the account has, active or not: a match may be history. */
export async function selectFlowVersions(
  database: Database,
  accountId: string,
  flowIds: readonly string[],
): Promise<Map<string, number>> {
  if (flowIds.length === 0) return new Map();
  const rows = await database.query<{ id: string; version: number }>(
    'select flows.id, flows.version from flows where flows.account_id = $1 and flows.id = any($2::uuid[])',
    [accountId, flowIds],
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Those of these users that belong to the account. */
export async function selectUsers(
  database: Database,
  accountId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await database.query<{ id: string }>(
    'select users.id from users where users.account_id = $1 and users.id = any($2::uuid[])',
    [accountId, userIds],
  );
  return new Set(rows.map((row) => row.id));
}
