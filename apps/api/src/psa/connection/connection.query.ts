import type { PsaProviderName } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import type { ConnectionSettings } from '../provider/psa-connection.js';

export interface ConnectionRow {
  provider: PsaProviderName;
  settings: ConnectionSettings;
  /** Sealed. */
  secrets: Buffer;
  reconciled_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

const COLUMNS = `
  connections.provider, connections.settings, connections.secrets, connections.reconciled_at, connections.created_at,
  connections.updated_at`;

export async function selectConnection(database: Database, accountId: string): Promise<ConnectionRow | undefined> {
  const [row] = await database.query<ConnectionRow>(
    `select ${COLUMNS} from psa_connections as connections where connections.account_id = $1`,
    [accountId],
  );
  return row;
}

/** Makes or replaces the account's connection. What the PSA asked of the former one is forgotten with it. */
export async function storeConnection(
  database: Database,
  accountId: string,
  { provider, settings, secrets, now }: Pick<ConnectionRow, 'provider' | 'settings' | 'secrets'> & { now: Date },
): Promise<ConnectionRow> {
  const [row] = await database.query<ConnectionRow>(
    `insert into psa_connections as connections (account_id, provider, settings, secrets, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (account_id) do update
     set provider = excluded.provider, settings = excluded.settings, secrets = excluded.secrets,
         updated_at = excluded.updated_at, paused_until = null
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
