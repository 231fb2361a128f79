import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import type { Dataset } from './dataset.js';
import { firstDesignCopy } from './first-design.js';
import { type CopiedTable, tables } from './tables.js';

/** Fills the product's tables, and makes the first design's beside them. */
export async function build(url: string, dataset: Dataset): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '1GB'; set session_replication_role = replica`);
    const began = performance.now();
    const definitions = await dropIndexes(client);
    for (const table of tables(dataset)) await copy(client, table);
    for (const definition of definitions) await client.query(definition);
    await client.query(LIFETIME_COUNTERS);
    await client.query('vacuum (freeze, analyze)');
    say(`${dataset.sessions} sessions copied and indexed`, began);
    const copied = performance.now();
    for (const statement of firstDesignCopy) await client.query(statement);
    say('the first design copied and indexed', copied);
  } finally {
    await client.end();
  }
}

export async function copy(client: Client, { name, columns, lines }: CopiedTable): Promise<void> {
  const into = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(lines(), { objectMode: false, highWaterMark: 1 << 20 }), into);
}

/** Many rows at once are cheaper to index afterwards. Primary keys and unique constraints stay. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index
     where indrelid in ('sessions'::regclass, 'psa_activity_logs'::regclass)
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const LIFETIME_COUNTERS = `
  update flows
  set usage_count = used.sessions, resolved_count = used.resolved, last_matched_at = used.last_matched_at
  from (
    select account_id, matched_flow_id, count(*) as sessions, count(*) filter (where status = 'resolved') as resolved,
           max(matched_at) as last_matched_at
    from sessions where matched_flow_id is not null group by account_id, matched_flow_id
  ) as used
  where flows.account_id = used.account_id and flows.id = used.matched_flow_id`;

/** New keys for each account: a key that is kept is only a hash. */
export async function makeKeys(url: string, dataset: Dataset): Promise<Map<string, string>> {
  const client = new Client(url);
  await client.connect();
  const keys = new Map<string, string>();
  try {
    for (const { id } of dataset.accounts) {
      const key = `fpk_${randomBytes(24).toString('hex')}`;
      await client.query(
        `insert into api_keys (id, account_id, name, scopes, key_hash, key_hint)
         values (gen_random_uuid(), $1, 'Bench', '{analytics:read,sessions:read,sessions:write}', $2, 'bench')`,
        [id, createHash('sha256').update(key).digest()],
      );
      keys.set(id, key);
    }
    return keys;
  } finally {
    await client.end();
  }
}

export function say(what: string, began: number): void {
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
