// The plans of every statement behind the routes that large accounts feel, as text in `bench/plans/`, one file a route.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource, type Logger } from 'typeorm';

import { createApplication } from '../../apps/api/src/bootstrap.js';
import { Settings } from '../../apps/api/src/config/settings.js';
import { dataSourceOptions } from '../../apps/api/src/database/data-source.js';
import { TENANT_TABLES } from '../../migrations/distribution.js';
import type { Dataset } from './dataset.js';

const DIRECTORY = fileURLToPath(new URL('../plans/', import.meta.url));

/** What stands empty in a database that was just built, so that no plan is that of an empty table. */
const OTHERS_ROWS = [
  `insert into rollup_invalidations (account_id, created_at, id)
   select accounts.id, now() - n * interval '1 second' - interval '2 years', uuidv7(interval '-1 hour') from accounts cross join generate_series(1, 100) as n`,
  `insert into psa_pushes (account_id, id, kind, payload, state, created_at, updated_at)
   select accounts.id, gen_random_uuid(), 'note', '{}', 'sent', now() - n * interval '1 hour', now() from accounts cross join generate_series(1, 100) as n`,
  `insert into session_events (account_id, session_id, id, kind, actor_kind, at)
   select sessions.account_id, sessions.id, gen_random_uuid(), 'created', 'system', sessions.created_at from sessions where random() < 0.01`,
  'analyze rollup_invalidations, psa_pushes, session_events',
];

interface Sent {
  sql: string;
  parameters: readonly unknown[];
}

type Request = readonly [file: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object | string];

/** Writes the plans anew. @throws Error that names the statements which read a tenants' table from end to end */
export async function writePlans(url: string, dataset: Dataset, key: string): Promise<void> {
  const sent: Sent[] = [];
  const logger = { logQuery: (sql: string, parameters: unknown[] = []) => void sent.push({ sql, parameters }) };
  const dataSource = await new DataSource({ ...dataSourceOptions(url, 2), logging: ['query'], logger: quietExcept(logger) }).initialize();
  const settings = new Settings({ jwtSecret: 'j'.repeat(32), encryptionKey: 'e'.repeat(32) }).with({ jobs: 'off', logLevel: 'warn' });
  const app = await createApplication({ settings, dataSource, clock: { now: () => dataset.now } });
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    for (const statement of OTHERS_ROWS) await dataSource.query(statement);
    await rm(DIRECTORY, { recursive: true, force: true });
    await mkdir(DIRECTORY, { recursive: true });
    const session = (await inject(app, key, ['', 'POST', '/sessions', newSession(dataset)])) as { id: string };
    const faults: string[] = [];
    for (const request of requests(dataset, session.id)) {
      sent.length = 0;
      await inject(app, key, request);
      const text = await plansOf(dataSource, distinct(sent));
      await writeFile(`${DIRECTORY}${request[0]}.txt`, text);
      faults.push(...sequentialScans(text).map((scan) => `${request[0]}: ${scan}`));
    }
    if (faults.length > 0) throw new Error(`read from end to end:\n${faults.join('\n')}`);
  } finally {
    await app.close();
  }
}

function requests(dataset: Dataset, session: string): Request[] {
  const [flow = ''] = dataset.largest.flowIds;
  const analytics = '/analytics/flowpilot';
  return [
    ['overview', 'GET', `${analytics}?period=30d`],
    ['coverage', 'GET', `${analytics}/coverage?period=30d`],
    ['flow-quality', 'GET', `${analytics}/flow-quality?period=30d`],
    ['psa-metrics', 'GET', `${analytics}/psa-metrics?period=30d`],
    ['sessions-list', 'GET', '/sessions?period=30d'],
    ['sessions-of-a-domain', 'GET', '/sessions?period=30d&domain=Domain%207'],
    ['sessions-of-a-flow', 'GET', `/sessions?period=30d&flow_id=${flow}`],
    ['session-create', 'POST', '/sessions', newSession(dataset)],
    ['session-match', 'POST', `/sessions/${session}/match`, { flow_id: flow, confidence: 0.9 }],
    ['session-resolve', 'POST', `/sessions/${session}/resolve`, {}],
    ['sessions-bulk', 'POST', '/sessions/bulk', bulkLine(dataset, flow)],
  ];
}

function newSession({ now }: Dataset): object {
  return { created_at: now.toISOString(), problem_domain: 'Domain 7', confidence_tier: 'guided', summary: 'Trouble' };
}

function bulkLine({ now }: Dataset, flow: string): string {
  const begun = new Date(now.getTime() - 40 * 86_400_000);
  const resolved = new Date(begun.getTime() + 1_800_000);
  return `${JSON.stringify({
    external_ref: `PLAN-${Date.now()}`, created_at: begun, resolved_at: resolved, status: 'resolved', problem_domain: 'Domain 7', matched_flow_id: flow,
  })}\n`;
}

async function inject(app: NestFastifyApplication, key: string, [, method, url, payload]: Request): Promise<unknown> {
  const type = typeof payload === 'string' ? 'application/x-ndjson' : 'application/json';
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${key}`, ...(payload && { 'content-type': type }) },
    ...(payload && { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.payload}`);
  return answer.json();
}

function distinct(sent: readonly Sent[]): Sent[] {
  const planned = sent.filter(({ sql }) => /^\s*(with|select|insert|update|delete)\b/i.test(sql));
  return [...new Map(planned.map((statement) => [statement.sql, statement])).values()];
}

async function plansOf(dataSource: DataSource, statements: readonly Sent[]): Promise<string> {
  const texts: string[] = [];
  for (const { sql, parameters } of statements) {
    const reads = /^\s*(with|select)\b/i.test(sql) && !/\b(insert into|update|delete from|for (no key )?update|set_config)\b/i.test(sql);
    // What writes is not carried out again.
    const explain = reads ? 'explain (analyze, costs off, timing off, summary off, buffers off)' : 'explain (costs off)';
    const rows: PlanLine[] = await dataSource.query(`${explain} ${sql}`, [...parameters]);
    texts.push(`${sql.trim()}\n\n${planText(rows)}`);
    // Prepared statements come to one plan for all values.
    if (reads) texts.push(`For any values:\n\n${planText(await dataSource.query(`explain (generic_plan, costs off) ${sql}`))}`);
  }
  return texts.join(`\n${'-'.repeat(100)}\n\n`);
}

type PlanLine = Record<'QUERY PLAN', string>;

const planText = (rows: readonly PlanLine[]) => `${rows.map((row) => row['QUERY PLAN']).join('\n')}\n`;

function sequentialScans(text: string): string[] {
  return [...text.matchAll(/Seq Scan on (\w+)/g)].filter(([, table = '']) => TENANT_TABLES.some((tenants) => tenants === table)).map(([scan]) => scan);
}

/** A logger that says nothing of all else. */
function quietExcept(logger: Pick<Logger, 'logQuery'>): Logger {
  const nothing = () => undefined;
  return { ...logger, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };
}
