import type { PsaProviderName } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import type { ConnectionSettings } from '../provider/psa-connection.js';

export interface ConnectionRow {
  provider: PsaProviderName;
  settings: ConnectionSettings;
  /** Sealed. */
  secrets: Buffer;
  /** Where reconciling goes on; null at its beginning. */
  cursor: string | null;
  reconciled_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = `
  connections.provider, connections.settings, connections.secrets, connections.cursor, connections.reconciled_at,
  connections.created_at, connections.updated_at`;

export async function selectConnection(database: Database, accountId: string): Promise<ConnectionRow | undefined> {
  const [row] = await database.query<ConnectionRow>(
    `select ${COLUMNS} from psa_connections as connections where connections.account_id = $1`,
    [accountId],
  );
  return row;
}

/** Makes or replaces the account's connection. One to another place is a new one: nothing read there is known yet. */
export async function storeConnection(
  database: Database,
  accountId: string,
  { provider, settings, secrets, now }: Pick<ConnectionRow, 'provider' | 'settings' | 'secrets'> & { now: Date },
): Promise<ConnectionRow> {
  const place = "connections.settings -> 'base_url', connections.settings -> 'company'";
  const same = `(connections.provider, ${place}) is not distinct from (excluded.provider, ${place.replaceAll('connections.', 'excluded.')})`;
  const kept = (column: string, otherwise: string) => `${column} = case when ${same} then connections.${column} else ${otherwise} end`;
  const [row] = await database.query<ConnectionRow>(
    `insert into psa_connections as connections (account_id, provider, settings, secrets, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (account_id) do update
     set provider = excluded.provider, settings = excluded.settings, secrets = excluded.secrets,
         updated_at = excluded.updated_at, paused_until = null,
         ${kept('created_at', 'excluded.created_at')}, ${kept('cursor', 'null')}, ${kept('reconciled_at', 'null')}
     returning ${COLUMNS}`,
    [accountId, provider, JSON.stringify(settings), secrets, now],
  );
  if (!row) throw new Error('an upsert answers its row');
  return row;
}

export async function deleteConnection(database: Database, accountId: string): Promise<boolean> {
  const rows = await database.query(
    'delete from psa_connections as connections where connections.account_id = $1 returning connections.account_id',
    [accountId],
  );
  return rows.length > 0;
}

/** Notes how far reconciling came, unless the connection was changed meanwhile. */
export async function storeCursor(
  database: Database,
  accountId: string,
  { updated_at: updatedAt, cursor }: Pick<ConnectionRow, 'updated_at' | 'cursor'>,
  now: Date,
): Promise<void> {
  await database.query(
    `update psa_connections as connections set cursor = $3, reconciled_at = $4
     where connections.account_id = $1 and connections.updated_at = $2`,
    [accountId, updatedAt, cursor, now],
  );
}
