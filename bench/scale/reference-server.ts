// A bare HTTP server, in a process of its own: `/rollup/NAME` answers from the product's rollup tables and nothing else,
// `/first-design/NAME` by the queries of the first design: most of what the product's answers show, see `first-design.ts`.
// `?account=ID&from=TIME&to=TIME`. Prints its port.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'pg';

import { FIRST_DESIGN_ANSWERS } from './first-design.js';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const ROLLED = 'account_id = $1 and day >= $2::timestamptz::date and day < $3::timestamptz::date';
const COUNTS = `sum(sessions)::int as sessions, sum(resolved)::int as resolved, sum(escalated)::int as escalated,
  sum(abandoned)::int as abandoned, sum(guided)::int as guided, sum(exploring)::int as exploring,
  sum(discovery)::int as discovery, sum(matched)::int as matched`;
const BY_DOMAIN = `select domain_key, ${COUNTS} from session_day_domain_stats where ${ROLLED} group by domain_key`;
const BY_DAY = `select day, ${COUNTS} from session_day_stats where ${ROLLED} group by day order by day`;
const BY_FLOW = `select flow_id, sum(sessions)::int as sessions, sum(resolved)::int as resolved, sum(closed)::int as closed,
                   sum(guided)::int as guided from session_day_flow_stats where ${ROLLED} group by flow_id`;
const ENTRIES_BY_DAY = `select day, sum(entries)::int as entries, sum(hour_parts)::int as hour_parts
                        from psa_day_stats where ${ROLLED} group by day order by day`;
const FUNNEL = `select sum(sessions)::int as sessions, sum(linked_to_ticket)::int as linked, sum(doc_pushed)::int as documented,
                  sum(time_entry_logged)::int as logged, sum(ended_without_entry)::int as unlogged
                from session_day_stats where ${ROLLED}`;

/** What each answer shows: of the window, and of the one before it. */
const ROLLUP: Readonly<Record<string, { window: readonly string[]; before: readonly string[] }>> = {
  coverage: { window: [BY_DOMAIN], before: [] },
  'flow-quality': { window: [BY_FLOW], before: [] },
  overview: { window: [BY_DAY, ENTRIES_BY_DAY, BY_DOMAIN, BY_FLOW], before: [BY_DAY, ENTRIES_BY_DAY] },
  'psa-metrics': { window: [ENTRIES_BY_DAY, FUNNEL], before: [ENTRIES_BY_DAY] },
  // The rows of one table alone: the least that an answer of days could be made of.
  'overview-days': { window: [BY_DAY], before: [] },
  'psa-days': { window: [ENTRIES_BY_DAY], before: [] },
};

type Query = (sql: string, values: unknown[]) => Promise<unknown[]>;
// Named: the server reads and plans each text once a connection.
const named: Query = async (text, values) => (await pool.query<Record<string, unknown>>({ name: text.slice(0, 60), text, values })).rows;
const plain: Query = async (text, values) => (await pool.query<Record<string, unknown>>(text, values)).rows;

async function rolledUp(name: string, window: unknown[], before: unknown[]): Promise<unknown[]> {
  const asked = ROLLUP[name];
  if (!asked) throw new Error(`there is no ${name}`);
  const rows = await Promise.all([...asked.window.map((sql) => named(sql, window)), ...asked.before.map((sql) => named(sql, before))]);
  return rows.length === 1 ? (rows[0] ?? []) : rows;
}

async function firstDesign(name: string, window: unknown[], before: unknown[]): Promise<unknown[]> {
  const answered = FIRST_DESIGN_ANSWERS[name];
  if (!answered) throw new Error(`there is no ${name}`);
  return answered(plain, window, before);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, kind, name = ''] = url.pathname.split('/');
  const asked = (parameter: string) => url.searchParams.get(parameter) ?? '';
  const [account, from, to] = [asked('account'), asked('from'), asked('to')];
  const before = [account, new Date(2 * Date.parse(from) - Date.parse(to)).toISOString(), from];
  const rows = await (kind === 'rollup' ? rolledUp : firstDesign)(name, [account, from, to], before);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`));
process.once('SIGTERM', () => {
  server.close(() => void pool.end());
  server.closeAllConnections();
});
