import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { Database } from '../../apps/api/src/database/database.js';
import { REFRESHES_AT_ONCE, RollupRefresh } from '../../apps/api/src/rollups/index.js';
import type { Dataset } from './dataset.js';

export interface Refreshed {
  seconds: number;
  accounts: number;
  days: number;
}

/** Refreshes the accounts that need it, as many at once as the job does. */
export async function refresh(url: string, now: Date): Promise<Refreshed> {
  const dataSource = await new DataSource(dataSourceOptions(url, REFRESHES_AT_ONCE)).initialize();
  try {
    const rollups = new RollupRefresh(new Database(dataSource), { now: () => now });
    const began = performance.now();
    const due = await rollups.dueAccounts();
    let days = 0;
    const left = due.values();
    const work = async () => {
      for (const account of left) {
        const { counted_days } = await rollups.run(account);
        days += counted_days;
      }
    };
    await Promise.all(Array.from({ length: REFRESHES_AT_ONCE }, work));
    return { seconds: (performance.now() - began) / 1000, accounts: due.length, days };
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Changes how sessions of the last 90 days ended, drawn from all, each account by its size, and notes them as the product
 * does. A minute ago, so that they are due. The counters on flows stay as they were: nothing here reads them.
 */
export async function writeLate(url: string, { sessions, now }: Dataset, writes: number): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ account_id: string; id: string; created_at: Date }>(
      `select sessions.account_id, sessions.id, sessions.created_at
       from sessions
       where sessions.created_at >= $1 and sessions.created_at < $2 and random() < $3
       order by random()
       limit $4`,
      [daysBefore(now, 90), daysBefore(now, 1), (3 * writes) / (sessions / 4), writes],
    );
    const accounts = rows.map(({ account_id }) => account_id);
    await client.query(END_OTHERWISE, [accounts, rows.map(({ id }) => id)]);
    await client.query(
      `insert into rollup_invalidations (account_id, created_at, id)
       select noted.account_id, noted.created_at, noted.id
       from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as noted (account_id, created_at, id)`,
      [accounts, rows.map(({ created_at }) => created_at), rows.map(() => uuidv7({ msecs: Date.now() - 60_000 }))],
    );
    return new Set(accounts).size;
  } finally {
    await client.end();
  }
}

const END_OTHERWISE = `
  update sessions
  set status = case when sessions.status = 'resolved' then 'escalated' else 'resolved' end,
      resolved_at = case when sessions.status <> 'resolved' then sessions.created_at + interval '47 minutes' end,
      escalated_at = case when sessions.status = 'resolved' then sessions.resolved_at else sessions.escalated_at end
  from unnest($1::uuid[], $2::uuid[]) as written (account_id, id)
  where sessions.account_id = written.account_id and sessions.id = written.id`;

const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * 86_400_000);

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
