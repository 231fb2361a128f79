import { Client } from 'pg';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { Database } from '../../apps/api/src/database/database.js';
import { RollupRefresh } from '../../apps/api/src/rollups/index.js';
import type { Dataset } from './dataset.js';

export interface Refreshed {
  seconds: number;
  accounts: number;
  days: number;
}

/** Refreshes the accounts that need it, as the job does. */
export async function refresh(url: string, now: Date): Promise<Refreshed> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    const rollups = new RollupRefresh(new Database(dataSource), { now: () => now });
    const began = performance.now();
    const due = await rollups.dueAccounts();
    let days = 0;
    for (const account of due) days += (await rollups.run(account)).counted_days;
    return { seconds: (performance.now() - began) / 1000, accounts: due.length, days };
  } finally {
    await dataSource.destroy();
  }
}

/** Notes writes to sessions of the last 90 days, drawn from all accounts: each by its size. */
export async function noteLateWrites(url: string, { sessions, accounts }: Dataset, writes: number): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(
      `insert into rollup_invalidations (account_id, created_at, id)
       select drawn.account_id, drawn.created_at, gen_random_uuid()
       from (
         select sessions.account_id, sessions.created_at
         from sessions
         where sessions.account_id = any($1) and sessions.created_at >= $2 and sessions.created_at < $3
           and random() < $4
         limit $5
       ) as drawn`,
      [
        accounts.map(({ id }) => id),
        new Date(Date.now() - 91 * 86_400_000),
        new Date(Date.now() - 86_400_000),
        (1.5 * writes) / (sessions / 4),
        writes,
      ],
    );
  } finally {
    await client.end();
  }
}

export interface Sizes {
  raw: number;
  rollups: number;
  /** Of the account with the most sessions. */
  largestShare: number;
}

/** Bytes with indexes; the share of the largest account by its rows. */
export async function sizes(url: string, { largest }: Dataset): Promise<Sizes> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Sizes>(SIZES, [largest.id]);
    const [found] = rows;
    if (!found) throw new Error('sizes are one row');
    return found;
  } finally {
    await client.end();
  }
}

const ROLLUPS = ['session_day_domain_stats', 'session_day_flow_stats', 'session_day_stats', 'session_week_domain_stats', 'session_week_flow_stats', 'psa_day_stats', 'rollup_days', 'rollup_weeks', 'rollup_invalidations'];
const ofAll = (tables: string[]) => `(${tables.map((table) => `pg_total_relation_size('${table}')`).join(' + ')})`;
const ofLargest = (tables: string[]) =>
  `(${tables
    .map((table) => `pg_total_relation_size('${table}') * (select count(*)::float8 from ${table} where account_id = $1) / greatest(1, (select count(*) from ${table}))`)
    .join(' + ')})`;
const SIZES = `
  select ${ofAll(['sessions', 'psa_activity_logs'])}::float8 as raw, ${ofAll(ROLLUPS)}::float8 as rollups,
         ${ofLargest(ROLLUPS)} / ${ofLargest(['sessions', 'psa_activity_logs'])} as "largestShare"`;
