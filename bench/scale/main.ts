// `npm run bench:scale -- --sessions 1000000 [--sessions 10000000]`: builds a database of so many sessions through COPY,
// and measures the product beside two references: a first design's queries and a bare Node server on the rollups.
// Prints tables of markdown. `--directory` keeps the database and takes it up again; `--only reads` leaves out the writes.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startEmbeddedServer } from '../../apps/api/src/database/embedded-server.js';
import { connectDatabase } from '../../apps/api/src/start/connect.js';
import { build, makeKeys } from './build.js';
import { Dataset } from './dataset.js';
import { writePlans } from './plans.js';
import { oneClient, productRead, sixteenClients, type Subjects } from './reads.js';
import { bulk, single } from './recording.js';
import { load } from './load.js';
import { type Result, show, showGrowth } from './report.js';
import { refresh, type Refreshed, sizes, writeLate } from './rollups.js';
import { ServerProcess } from './servers.js';

const { values: options } = parseArgs({
  options: {
    sessions: { type: 'string', multiple: true, default: ['1000000'] },
    seconds: { type: 'string', default: '10' },
    'load-seconds': { type: 'string', default: '60' },
    lines: { type: 'string', default: '100000' },
    directory: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const HOUR_MS = 3_600_000;

/** The last noon in Berlin, the zone of the largest account. One to come would not do: the database's own clock closes hours, too. */
function noon(): Date {
  const at = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' });
  const time = new Date();
  time.setUTCMinutes(0, 0, 0);
  while (Number(at.format(time)) !== 12) time.setTime(time.getTime() - HOUR_MS);
  return time;
}

async function measure(sessions: number): Promise<Result | undefined> {
  const kept = options.directory && join(options.directory, String(sessions));
  const directory = kept ?? (await mkdtemp(join(tmpdir(), 'flowpilot-bench-')));
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o755);
  const server = await startEmbeddedServer({ directory, disposable: true });
  try {
    await (await connectDatabase(server.url, 2)).destroy();
    const whole = join(directory, 'built');
    const dataset = new Dataset(sessions, existsSync(whole) ? new Date(await readFile(whole, 'utf8')) : noon());
    if (!existsSync(whole)) await build(server.url, dataset);
    await writeFile(whole, dataset.now.toISOString());
    return await measureOn(server.url, dataset);
  } finally {
    await server.stop();
    if (!kept) await rm(directory, { recursive: true, force: true });
  }
}

async function measureOn(url: string, dataset: Dataset): Promise<Result | undefined> {
  const built = await refresh(url, dataset.now);
  console.log(`rollups: ${JSON.stringify(built)}`);
  // By now it is known which accounts are busy: a minute later the closed hours of today are counted too.
  await refresh(url, dataset.now);
  const keys = await makeKeys(url, dataset);
  const environment = { DATABASE_URL: url, BENCH_NOW: dataset.now.toISOString() };
  const product = await ServerProcess.start('product-server', environment);
  const reference = await ServerProcess.start('reference-server', environment);
  try {
    const subjects = { dataset, keys, product, reference };
    if (options.only === 'plans') {
      await writePlans(url, dataset, keys.get(dataset.largest.id) ?? '');
      return undefined;
    }
    return await measureServers(url, subjects, built);
  } finally {
    await product.stop();
    await reference.stop();
  }
}

async function measureServers(url: string, subjects: Subjects, built: Refreshed): Promise<Result> {
  const { dataset, product } = subjects;
  const before = await product.memory();
  const one = await oneClient(subjects);
  const sixteen = await sixteenClients(subjects, seconds);
  const warm = await product.memory();
  await load(product.base, () => productRead(subjects, 'coverage', 30), { clients: 16, seconds: Number(options['load-seconds']) });
  const after = await product.memory();
  const memory = { before, warm, after };
  const size = await sizes(url, dataset);
  const none: Refreshed = { seconds: NaN, accounts: 0, days: 0 };
  const result: Result = { sessions: dataset.sessions, one, sixteen, memory, built, sizes: size, late: none, single: {}, bulk: { copied: NaN, ingested: NaN, memory: NaN } };
  if (options.only !== 'reads') {
    const noted = await writeLate(url, dataset, 1000);
    result.late = await refresh(url, dataset.now);
    if (result.late.accounts !== noted) throw new Error(`${noted} accounts were written to, ${result.late.accounts} refreshed`);
    result.single = await single(url, subjects, seconds);
    result.bulk = await bulk(url, subjects, Number(options.lines));
  }
  show(result);
  return result;
}

console.log(`${cpus().length} × ${cpus()[0]?.model ?? ''}, Node ${process.version}`);
const results: Result[] = [];
for (const sessions of options.sessions) {
  const result = await measure(Number(sessions));
  if (result) results.push(result);
}
showGrowth(results);
if (options.json) await writeFile(options.json, JSON.stringify(results, null, 2));
