// Times the four read models, one client, without HTTP, on the sessions alone and then with rollups, tells what those
// take to build and to keep, and shows how PostgreSQL reads them.
//
//   node bench/read-models.mjs [--sessions 200000] [--days 400] [--rounds 20] [--late 1000] [--plans]
//
// Beside the elapsed time stands the processor time of Node and PostgreSQL together (Linux only), which a busy machine
// hardly distorts. The server is disposable and lives in a temporary folder; the sessions belong to one account and are spread evenly
// over the days. `npm ci` first.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt, environment, node, root } from '../scripts/prepare.mjs';

const { values: options } = parseArgs({
  options: {
    sessions: { type: 'string', default: '200000' },
    days: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '20' },
    late: { type: 'string', default: '1000' },
    plans: { type: 'boolean', default: false },
    inside: { type: 'boolean', default: false },
  },
});

if (!options.inside) {
  await ensureBuilt('api');
  const again = [import.meta.filename, '--inside', ...process.argv.slice(2)];
  process.exit(spawnSync(node, again, { stdio: 'inherit', env: environment() }).status ?? 1);
}

const built = join(root, 'dist/apps/api/apps/api/src');
const load = (path) => import(join(built, path));
await import('reflect-metadata');
const { DataSource } = await import('typeorm');
const { startEmbeddedServer } = await load('database/embedded-server.js');
const { dataSourceOptions, migrate } = await load('database/data-source.js');
const { Database } = await load('database/database.js');
const { WindowService } = await load('window/index.js');
const { CoverageService } = await load('coverage/index.js');
const { FlowQualityService } = await load('flow-quality/index.js');
const { OverviewService } = await load('overview/overview.service.js');
const { PsaActivityReadService } = await load('psa-activity/psa-activity.service.js');
const { RollupRefresh } = await load('rollups/index.js');

async function bench() {
  const dataSource = await new DataSource(dataSourceOptions(server.url, 4)).initialize();
  await migrate(dataSource);
  const account = randomUUID();
  await fill(dataSource, account);
  const database = new Database(dataSource);
  const statements = recordStatements(database);
  const windows = new WindowService(database, { now: () => new Date() });
  const coverage = new CoverageService(database);
  const flowQuality = new FlowQualityService(database);
  const models = {
    overview: new OverviewService(database, coverage, flowQuality),
    coverage,
    'flow-quality': flowQuality,
    'psa-metrics': new PsaActivityReadService(database),
  };
  const timeAll = async (title) => {
    console.log(title);
    for (const [name, model] of Object.entries(models)) {
      for (const period of ['7d', '30d', '90d']) {
        const read = async () => model.read(await windows.resolve(account, { period }));
        await timed(`${name} ${period}`, read);
      }
    }
  };
  await timeAll('from the sessions');
  const refresh = new RollupRefresh(database, { now: () => new Date() });
  await refreshed('rollups built', () => refresh.run(account));
  await dataSource.query('vacuum analyze');
  statements.clear();
  await timeAll('with rollups');
  if (options.plans) await showPlans(dataSource, statements);
  await dataSource.query(LATE_WRITES, [account, Number(options.late)]);
  await refreshed(`rollups after ${options.late} late writes of 90 days`, () => refresh.run(account));
  await refreshed('rollups with nothing to do', () => refresh.run(account));
  await showSizes(dataSource);
  await dataSource.destroy();
}

async function refreshed(title, run) {
  const start = performance.now();
  const { counted_days: days } = await run();
  console.log(`${title}: ${days} days in ${((performance.now() - start) / 1000).toFixed(2)} s`);
}

async function showSizes(dataSource) {
  const [sizes] = await dataSource.query(
    `select pg_total_relation_size('sessions') as raw,
            pg_total_relation_size('session_day_domain_stats') + pg_total_relation_size('session_day_flow_stats')
              + pg_total_relation_size('session_day_stats') + pg_total_relation_size('psa_day_stats')
              + pg_total_relation_size('rollup_days') + pg_total_relation_size('rollup_invalidations') as rollups`,
  );
  const megabytes = (bytes) => (Number(bytes) / 2 ** 20).toFixed(1);
  const share = ((100 * Number(sizes.rollups)) / Number(sizes.raw)).toFixed(1);
  console.log(`sessions ${megabytes(sizes.raw)} MiB, rollups ${megabytes(sizes.rollups)} MiB: ${share} %`);
}

async function timed(title, read) {
  const rounds = Number(options.rounds);
  for (let round = 0; round < 3; round += 1) await read();
  const times = [];
  const processorStart = processorMs();
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  const processor = (processorMs() - processorStart) / rounds;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.ceil(share * rounds) - 1].toFixed(1).padStart(7);
  console.log(`${title.padEnd(17)} median ${at(0.5)} ms, p95 ${at(0.95)} ms, processor ${processor.toFixed(1).padStart(6)} ms`);
}

/** Processor time so far of this process and of every process of the server, ended ones included. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + (process.platform === 'linux' ? serverProcessorMs() : NaN);
}

function serverProcessorMs() {
  const postmaster = readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0];
  const ticksOf = (fields, from, to) => fields.slice(from, to).reduce((sum, ticks) => sum + Number(ticks), 0);
  let ticks = ticksOf(processFields(postmaster), 11, 15);
  for (const entry of readdirSync('/proc')) {
    const fields = /^\d+$/.test(entry) ? processFields(entry) : [];
    if (fields[1] === postmaster) ticks += ticksOf(fields, 11, 13);
  }
  return ticks * MS_PER_TICK;
}

/** The fields of /proc/…/stat after the name: the parent is the second, the times are the 12th to 15th. */
function processFields(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return []; // it has ended meanwhile
  }
}

/** The last parameters with which each distinct statement ran. */
function recordStatements(database) {
  const statements = new Map();
  const query = database.query.bind(database);
  database.query = (sql, parameters) => {
    statements.set(sql, parameters);
    return query(sql, parameters);
  };
  return statements;
}

async function showPlans(dataSource, statements) {
  for (const [sql, parameters] of statements) {
    console.log(`\n${sql.trim().split('\n').slice(0, 3).join('\n')} …`);
    const rows = await dataSource.query(`explain (analyze, buffers, costs off) ${sql}`, [...parameters]);
    for (const row of rows) {
      const line = row['QUERY PLAN'];
      if (/Scan|Execution Time|Heap Fetches|Sort Method|Batches/.test(line)) console.log(line);
    }
  }
}

async function fill(dataSource, account) {
  const sessions = Number(options.sessions);
  const start = performance.now();
  await dataSource.query(`insert into accounts (id, name, time_zone) values ($1, 'Bench', 'Europe/Berlin')`, [account]);
  for (const statement of FILL) {
    const parameters = [account, sessions, Number(options.days)];
    await dataSource.query(statement, parameters.slice(0, Math.max(...statement.match(/\$\d/g).map((p) => Number(p[1])))));
  }
  await dataSource.query('vacuum analyze');
  console.log(`${sessions} sessions over ${options.days} days made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// Skewed like the real thing: square roots and squares of an even distribution.
const FILL = [
  `insert into categories (account_id, id, name, key, created_at, updated_at)
   select $1, gen_random_uuid(), 'Domain ' || n, 'domain ' || n, now(), now() from generate_series(1, 40) as n`,
  `insert into domains (account_id, key, name, created_at)
   select $1, 'domain ' || n, 'Domain ' || n, now() from generate_series(1, 60) as n`,
  `insert into flows (account_id, id, category_id, name, tree_type, created_at, updated_at)
   select $1, gen_random_uuid(), categories.id, categories.name || ' flow ' || n, 'troubleshooting', now() - interval '400 days', now()
   from categories cross join generate_series(1, 5) as n where categories.account_id = $1`,
  `with numbered as (
     select array_agg(flows.id) as ids from flows where flows.account_id = $1
   ),
   drawn as (
     select n, random() as a, random() as b, random() as c, random() as d,
            now() - n * ($3::int * interval '1 day') / $2::int as at
     from generate_series(1, $2::int) as n
   )
   insert into sessions (account_id, id, problem_domain, domain_key, confidence_tier, status, psa_ticket_id, matched_flow_id,
     matched_flow_version, match_confidence, matched_at, resolved_at, escalated_at, has_note, has_time_entry, created_at, updated_at)
   select $1, gen_random_uuid(),
          case when drawn.a < 0.97 then 'Domain ' || (1 + floor(60 * drawn.b * drawn.b))::int end,
          case when drawn.a < 0.97 then 'domain ' || (1 + floor(60 * drawn.b * drawn.b))::int end,
          case when drawn.c < 0.6 then 'guided' when drawn.c < 0.85 then 'exploring' when drawn.c < 0.97 then 'discovery' end,
          case when drawn.d < 0.68 then 'resolved' when drawn.d < 0.86 then 'escalated' when drawn.d < 0.95 then 'abandoned' else 'active' end,
          case when drawn.b < 0.8 then 'T-' || drawn.n end,
          case when drawn.c < 0.75 then numbered.ids[1 + floor(200 * drawn.a * drawn.a)::int] end,
          case when drawn.c < 0.75 then 1 end,
          case when drawn.c < 0.7 then round(random()::numeric, 3) end,
          case when drawn.c < 0.75 then drawn.at end,
          case when drawn.d < 0.68 then drawn.at + exp(ln(30) + 1.1 * random_normal()) * interval '1 minute' end,
          case when drawn.d between 0.68 and 0.86 then drawn.at + interval '20 minutes' end,
          drawn.a < 0.7, drawn.a < 0.6, drawn.at, drawn.at
   from drawn cross join numbered
   order by drawn.at`,
  `insert into psa_activity_logs (account_id, id, session_id, activity_type, hours_logged, created_at)
   select $1, gen_random_uuid(), sessions.id, kinds.kind,
          case when kinds.kind = 'time_entry_posted' then round((random() * 2)::numeric, 2) end,
          sessions.created_at + interval '40 minutes'
   from sessions
   cross join lateral (
     select 'note_posted' as kind where sessions.has_note
     union all select 'time_entry_posted' where sessions.has_time_entry
   ) as kinds
   where sessions.account_id = $1
   order by sessions.created_at`,
];

const LATE_WRITES = `
  insert into rollup_invalidations (account_id, created_at, id)
  select $1, now() - interval '3 hours' - random() * interval '90 days', gen_random_uuid() from generate_series(1, $2::int)`;

const MS_PER_TICK = 10;

const directory = await mkdtemp(join(tmpdir(), 'flowpilot-bench-'));
const server = await startEmbeddedServer({ directory, disposable: true });
try {
  await bench();
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
