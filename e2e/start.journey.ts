import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '@playwright/test';

const BUILT = 'dist/apps/api/apps/api/src';

interface Run {
  process: ChildProcess;
  output: () => string;
  /** Exit code; null after a signal. */
  ended: Promise<number | null>;
}

test.describe.configure({ timeout: 180_000 }); // Servers are made and started several times.

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowpilot-start-'));
  chmodSync(folder, 0o755); // Run as root, PostgreSQL is another user, who must pass through here.
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, settings: Record<string, string> = {}): Run {
  return command(process.execPath, [join(BUILT, program)], settings);
}

function command(program: string, parameters: string[], settings: Record<string, string> = {}): Run {
  const environment = { ...process.env, NODE_OPTIONS: '', PORT: '0', DATA_DIR: folder, DEMO: 'false', ...settings };
  const child = spawn(program, parameters, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // A process group of its own, as a terminal gives it.
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return { process: child, output: () => output, ended };
}

async function ready({ output, process: child }: Run): Promise<string> {
  for (;;) {
    const [url] = /http:\/\/\S+/.exec(output()) ?? [];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(output());
    await sleep(50);
  }
}

/** The embedded server's own lock, there as long as it runs. */
const serverRuns = () => existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'));

async function untilStopped(): Promise<void> {
  await expect.poll(serverRuns, { timeout: 10_000 }).toBe(false);
}

test('a start that cannot be says why in words and leaves with code 1', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const taken = address !== null && typeof address === 'object' ? String(address.port) : '';
  const secrets = { JWT_SECRET: 'j'.repeat(32), ENCRYPTION_KEY: 'e'.repeat(32) };
  const cases: [settings: Record<string, string>, message: RegExp][] = [
    [{ ...secrets, DATABASE_URL: 'postgres://a:hunter2@127.0.0.1:1/x' }, /127\.0\.0\.1:1\/x cannot be reached: .*ECONNREFUSED/],
    [{ PORT: taken }, new RegExp(`Port ${taken} on 127.0.0.1 is in use`)],
    [{ PORT: 'many', DEMO: 'perhaps' }, /PORT must be a whole number.*\n.*DEMO must be true or false/],
    [{ DATA_DIR: file }, /The data folder .* cannot be used/],
  ];
  for (const [settings, message] of cases) {
    const attempt = run('main.js', settings);
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toMatch(message);
    expect(attempt.output()).not.toMatch(/^\s+at |hunter2/m);
  }
  holder.close();
});

test('a first start prints the token with which the first account is made', async () => {
  const product = run('main.js');
  const url = await ready(product);
  await expect.poll(() => product.output()).toMatch(/with this token:\s+\S{24}\s/);
  const token = /token:\s+(\S{24})/.exec(product.output())?.[1];
  const answer = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      account: { name: 'First', time_zone: 'Europe/Berlin' },
      admin: { email: 'first@example.test', name: 'First', password: 'correct horse battery' },
    }),
  });
  expect(answer.status).toBe(201);
  product.process.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  const again = run('main.js');
  await ready(again);
  expect(again.output()).not.toContain('token');
  again.process.kill('SIGTERM');
  await again.ended;
});

test('Ctrl-C, which reaches every process of the terminal, stops everything in order', async () => {
  const product = run('main.js');
  await ready(product);
  expect(serverRuns()).toBe(true);
  process.kill(-(product.process.pid ?? 0), 'SIGINT');
  expect(await product.ended).toBe(0);
  expect(serverRuns()).toBe(false);
  expect(existsSync(join(folder, 'postgres', 'owner'))).toBe(false);
});

test('a kill of npm alone stops everything that it started', async () => {
  const product = command('npm', ['start']);
  await ready(product);
  expect(serverRuns()).toBe(true);
  product.process.kill('SIGTERM');
  await untilStopped();
});

test('an interrupt of the starting process alone stops everything in order', async () => {
  const product = command(process.execPath, [join('scripts', 'start.mjs')]);
  await ready(product);
  product.process.kill('SIGINT');
  expect(await product.ended).toBe(0);
  expect(serverRuns()).toBe(false);
});

test('a kill leaves nothing running, and the next start finds the data', async () => {
  const product = run('main.js');
  await ready(product);
  const secret = readFileSync(join(folder, 'jwt-secret'), 'utf8');
  product.process.kill('SIGKILL');
  await product.ended;
  await untilStopped();
  const next = run('main.js');
  await ready(next);
  expect(readFileSync(join(folder, 'jwt-secret'), 'utf8')).toBe(secret);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('a server that was left running, with its holder killed too, is taken over', async () => {
  const product = run('main.js');
  await ready(product);
  const holder = Number.parseInt(readFileSync(join(folder, 'postgres', 'owner'), 'utf8'), 10);
  process.kill(holder, 'SIGKILL');
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain('ended unexpectedly');
  expect(serverRuns()).toBe(true);
  const next = run('main.js');
  await ready(next);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  await untilStopped();
});

test('a second start on the same folder leaves the first one alone', async () => {
  const first = run('main.js');
  const url = await ready(first);
  const second = run('main.js');
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('in use by another running FlowPilot');
  expect((await fetch(`${url}/api/v1/health/ready`)).status).toBe(200);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test('the worker wants a database that outlives the application', async () => {
  const worker = run('worker.js');
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toContain('The worker needs DATABASE_URL');
});

test('openapi.json is what the code says', () => {
  execFileSync(process.execPath, [join(BUILT, 'openapi.js'), '--check']);
});
