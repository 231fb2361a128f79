import { Readable } from 'node:stream';

import { Client } from 'pg';
import { request } from 'undici';

import { copy } from './build.js';
import { Dataset, drawn, idOf } from './dataset.js';
import { load } from './load.js';
import type { Measured, Subjects } from './reads.js';
import { tables } from './tables.js';

const DAY_MS = 86_400_000;
const CLIENTS = 16;

/** Rows a second by `COPY` into the same table with the same indexes and checks, and lines a second in bulk. */
export async function bulk(url: string, subjects: Subjects, lines: number): Promise<{ copied: number; ingested: number; memory: number }> {
  const { dataset, product } = subjects;
  const copied = await perSecond(lines, () => copySessions(url, dataset, lines));
  let most = 0;
  const watch = setInterval(() => void product.memory().then((now) => (most = Math.max(most, now))), 200);
  try {
    const ingested = await perSecond(lines, () => ingest(subjects, lines));
    return { copied, ingested, memory: most };
  } finally {
    clearInterval(watch);
  }
}

async function ingest({ dataset, keys, product }: Subjects, lines: number): Promise<void> {
  const answer = await request(`${product.base}/api/v1/sessions/bulk`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.get(dataset.largest.id) ?? ''}`, 'content-type': 'application/x-ndjson' },
    body: Readable.from(bulkLines(dataset, lines), { objectMode: false }),
    bodyTimeout: 0,
    headersTimeout: 0,
  });
  const counts = (await answer.body.json()) as { accepted?: number };
  if (counts.accepted !== lines) throw new Error(`bulk: ${JSON.stringify(counts)}`);
}

/** Other sessions over the same year, as a history that is brought in. */
async function copySessions(url: string, dataset: Dataset, lines: number): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    const sessions = tables(new Dataset(lines, dataset.now, Date.now() % 1_000_000)).find(({ name }) => name === 'sessions');
    if (sessions) await copy(client, sessions);
  } finally {
    await client.end();
  }
}

function* bulkLines(dataset: Dataset, lines: number): Iterable<string> {
  const { flowIds } = dataset.largest;
  let piece = '';
  for (let n = 0; n < lines; n += 1) {
    const begun = dataset.now.getTime() - DAY_MS - Math.floor(drawn(n, 600) * 364 * DAY_MS);
    const status = drawn(n, 601) < 0.7 ? 'resolved' : 'abandoned';
    piece += `${JSON.stringify({
      external_ref: idOf(begun, n, Date.now() % 1_000_000),
      created_at: new Date(begun).toISOString(),
      status,
      ...(status === 'resolved' && { resolved_at: new Date(begun + 1_800_000).toISOString() }),
      problem_domain: `Domain ${n % 40}`,
      confidence_tier: 'guided',
      client: `Client ${n % 200}`,
      summary: `The user reports trouble number ${n} since this morning`,
      psa_ticket_id: `T-${n}`,
      matched_flow_id: flowIds[n % flowIds.length],
      match_confidence: 0.5,
    })}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Single writes of the largest account: new sessions of now and of a month ago, and resolutions of sessions that are active. */
export async function single(url: string, subjects: Subjects, seconds: number): Promise<Measured> {
  const { dataset, product } = subjects;
  const key = subjects.keys.get(dataset.largest.id) ?? '';
  const create = (ago: number) => (n: number) => ({
    path: '/api/v1/sessions',
    method: 'POST' as const,
    key,
    body: JSON.stringify({
      created_at: new Date(dataset.now.getTime() - ago - n).toISOString(),
      problem_domain: `Domain ${n % 40}`,
      confidence_tier: 'guided',
      summary: `Trouble ${n}`,
      matched_flow_id: dataset.largest.flowIds[n % dataset.largest.flowIds.length],
      match_confidence: 0.5,
    }),
  });
  const many = { clients: CLIENTS, seconds, warmUp: 20 };
  const now = await load(product.base, create(0), many);
  const late = await load(product.base, create(30 * DAY_MS), many);
  const active = await activeSessions(url, dataset.largest.id, 40_000);
  const resolve = await load(product.base, (n) => ({ path: `/api/v1/sessions/${active[n] ?? ''}/resolve`, method: 'POST', key, body: '{}' }), many);
  return { 'create, now': now, 'create, a month ago': late, resolve };
}

async function activeSessions(url: string, account: string, most: number): Promise<string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select id from sessions where account_id = $1 and status = 'active' order by created_at desc limit $2`,
      [account, most],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return count / ((performance.now() - began) / 1000);
}
