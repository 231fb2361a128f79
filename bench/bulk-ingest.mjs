// Streams sessions to POST /sessions/bulk of the built server on an embedded database, and tells how many lines a
// second it takes, how much memory the server needs for it, and how long a small request waits meanwhile.
//
//   node bench/bulk-ingest.mjs [--lines 1000000] [--flows 60] [--passes 2] [--port 3102]
//
// The second pass sends the same lines again: a repeated import, which changes nothing. Memory is read from /proc, so
// on Linux only.
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { ensureBuilt, ensureDependencies, environment, node, root } from '../scripts/prepare.mjs';

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    flows: { type: 'string', default: '60' },
    passes: { type: 'string', default: '2' },
    port: { type: 'string', default: '3102' },
    inside: { type: 'boolean', default: false },
  },
});

if (!options.inside) {
  await ensureDependencies();
  await ensureBuilt('api');
  const again = [import.meta.filename, '--inside', ...process.argv.slice(2)];
  process.exit(spawnSync(node, again, { stdio: 'inherit', env: environment() }).status ?? 1);
}

const BASE = `http://127.0.0.1:${options.port}/api/v1`;
const DAY_MS = 86_400_000;
const lineCount = Number(options.lines);

const directory = await mkdtemp(join(tmpdir(), 'flowpilot-bench-'));
// Run as root, the database is another user, who must pass through here.
await chmod(directory, 0o755);
const server = await startServer();
try {
  const token = await setUp();
  const flowIds = await makeFlows(token);
  const now = Date.now();
  console.log(`server before: ${await memory()}`);
  for (let pass = 1; pass <= Number(options.passes); pass += 1) await ingest(token, flowIds, now, pass);
  console.log(`recalculation: ${JSON.stringify(await recalculate(token))}`);
} finally {
  server.process.kill('SIGTERM');
  await server.ended;
  await rm(directory, { recursive: true, force: true });
}

async function startServer() {
  const settings = { DATA_DIR: directory, PORT: options.port, HOST: '127.0.0.1', DEMO: 'false', THROTTLE_DISABLED: 'true', LOG_LEVEL: 'warn' };
  const main = join(root, 'dist/apps/api/apps/api/src/main.js');
  const child = spawn(node, [main], { env: { ...environment(), ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const setupToken = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
      const [, token] = /with this token:\s+(\S+)/.exec(output) ?? [];
      if (token) resolve(token);
    });
    child.once('exit', () => reject(new Error(`the server did not start:\n${output}`)));
  });
  return { process: child, ended, setupToken };
}

async function setUp() {
  const admin = { name: 'Bench', email: 'bench@example.test', password: 'a-password-for-the-bench' };
  const account = { name: 'Bench', time_zone: 'UTC' };
  return (await post('/setup', { token: server.setupToken, account, admin })).access_token;
}

async function makeFlows(token) {
  const ids = [];
  for (let n = 0; n < Number(options.flows); n += 1) {
    ids.push((await post('/flows', { name: `Flow ${n}`, tree_type: 'troubleshooting' }, token)).id);
  }
  return ids;
}

async function ingest(token, flowIds, now, pass) {
  const waits = [];
  const probing = probe(waits);
  const begun = performance.now();
  const answer = await sendBulk(token, Readable.from(bodyOf(flowIds, now), { objectMode: false }));
  const seconds = (performance.now() - begun) / 1000;
  probing.stop();
  waits.sort((one, other) => one - other);
  const wait = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]?.toFixed(0);
  const { rejected, ...counts } = answer;
  console.log(`pass ${pass}: ${JSON.stringify(counts)}${rejected.length > 0 ? ` ${JSON.stringify(rejected[0])}` : ''}`);
  console.log(`  ${lineCount} lines in ${seconds.toFixed(1)} s: ${Math.round(lineCount / seconds)} lines/s`);
  console.log(`  server: ${await memory()}`);
  console.log(`  GET /health/live meanwhile: median ${wait(0.5)} ms, p99 ${wait(0.99)} ms, longest ${wait(1)} ms`);
}

/** In pieces of about 64 KiB, made as they are taken. */
function* bodyOf(flowIds, now) {
  let piece = '';
  for (let n = 0; n < lineCount; n += 1) {
    piece += `${JSON.stringify(lineOf(n, flowIds, now))}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The same for the same number; spread over a year, four of five matched, seven of ten resolved. */
function lineOf(n, flowIds, now) {
  const begun = now - DAY_MS - ((n * 7919) % (365 * 24 * 60)) * 60_000;
  const outcome = n % 10;
  const ended = new Date(begun + (5 + (n % 240)) * 60_000).toISOString();
  return {
    external_ref: `INC${String(n).padStart(9, '0')}`,
    created_at: new Date(begun).toISOString(),
    status: outcome < 7 ? 'resolved' : outcome < 9 ? 'escalated' : 'abandoned',
    ...(outcome < 7 && { resolved_at: ended }),
    ...(outcome >= 7 && outcome < 9 && { escalated_at: ended }),
    problem_domain: `Domain ${n % 40}`,
    confidence_tier: ['guided', 'guided', 'exploring', 'discovery'][n % 4],
    client: `Client ${n % 200}`,
    summary: `The user reports trouble number ${n} since this morning, after the last update`,
    psa_ticket_id: `T${n}`,
    ...(n % 5 > 0 && { matched_flow_id: flowIds[n % flowIds.length], match_confidence: (n % 100) / 100 }),
  };
}

async function sendBulk(token, body) {
  const sending = request(`${BASE}/sessions/bulk`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
  });
  const answering = new Promise((resolve, reject) => sending.once('response', resolve).once('error', reject));
  await Promise.all([pipeline(body, sending), answering]);
  const answer = await answering;
  let text = '';
  for await (const part of answer) text += part;
  if (answer.statusCode !== 200) throw new Error(text);
  return JSON.parse(text);
}

/** Asks for a small answer four times a second and notes how long it took. */
function probe(waits) {
  const timer = setInterval(async () => {
    const asked = performance.now();
    await fetch(`${BASE}/health/live`);
    waits.push(performance.now() - asked);
  }, 250);
  return { stop: () => clearInterval(timer) };
}

async function recalculate(token) {
  const result = await post('/jobs/flow-stats.recalculate/run?wait=true', undefined, token);
  return result;
}

async function post(path, body, token) {
  const headers = { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${BASE}${path}`, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

async function memory() {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8');
  const mebibytes = (field) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return `${mebibytes('VmRSS')} MiB now, ${mebibytes('VmHWM')} MiB at most`;
}
