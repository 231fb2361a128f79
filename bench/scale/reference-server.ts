// A bare HTTP server, in a process of its own: `/rollup/NAME` answers from the product's rollup tables and nothing else,
// `/first-design/NAME` by the queries of the first design. `?account=ID&from=TIME&to=TIME`. Prints its port.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'pg';

import { FIRST_DESIGN } from './first-design.js';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const ROLLED = 'account_id = $1 and day >= $2::timestamptz::date and day < $3::timestamptz::date';
const COUNTS = `sum(sessions)::int as sessions, sum(resolved)::int as resolved, sum(escalated)::int as escalated,
  sum(abandoned)::int as abandoned, sum(guided)::int as guided, sum(exploring)::int as exploring,
  sum(discovery)::int as discovery, sum(matched)::int as matched`;
const ROLLUP: Readonly<Record<string, string>> = {
  coverage: `select domain_key, ${COUNTS} from session_day_domain_stats where ${ROLLED} group by domain_key`,
  overview: `select day, ${COUNTS} from session_day_stats where ${ROLLED} group by day order by day`,
  'flow-quality': `select flow_id, sum(sessions)::int as sessions, sum(resolved)::int as resolved, sum(closed)::int as closed,
                     sum(guided)::int as guided from session_day_flow_stats where ${ROLLED} group by flow_id`,
  'psa-metrics': `select day, sum(entries)::int as entries, sum(hour_parts)::int as hour_parts
                  from psa_day_stats where ${ROLLED} group by day order by day`,
};

type Query = (sql: string, values: unknown[]) => Promise<unknown[]>;
// Named: the server reads and plans each text once a connection.
const named: Query = async (text, values) => (await pool.query<Record<string, unknown>>({ name: text.slice(0, 60), text, values })).rows;
const plain: Query = async (text, values) => (await pool.query<Record<string, unknown>>(text, values)).rows;

async function firstDesign(name: string, values: unknown[]): Promise<unknown[]> {
  if (name === 'flow-quality') {
    const flows = (await plain(FIRST_DESIGN.flows, values.slice(0, 1))) as { id: string }[];
    const rows: unknown[] = [];
    for (const { id } of flows) rows.push(...(await plain(FIRST_DESIGN.flow, [...values, id])));
    return rows;
  }
  if (name === 'coverage' || name === 'overview' || name === 'psa-metrics') return plain(FIRST_DESIGN[name], values);
  throw new Error(`there is no ${name}`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, kind, name = ''] = url.pathname.split('/');
  const values = ['account', 'from', 'to'].map((parameter) => url.searchParams.get(parameter));
  const rows = kind === 'rollup' ? await named(ROLLUP[name] ?? '', values) : await firstDesign(name, values);
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
