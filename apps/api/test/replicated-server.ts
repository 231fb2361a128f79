import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { type EmbeddedServer, startEmbeddedServer } from '../src/database/embedded-server.js';
import { freePort } from './free-port.js';
import { until } from './until.js';

/** A PostgreSQL of its own and a streaming replica of it, both disposable. */
export class ReplicatedServer {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly primary: EmbeddedServer,
    readonly replicaPort: number,
  ) {}

  static async start(): Promise<ReplicatedServer> {
    const folder = await mkdtemp(join(tmpdir(), 'flowpilot-replicated-'));
    await chmod(folder, 0o755); // PostgreSQL may be another user.
    const directory = join(folder, 'primary');
    await (await startEmbeddedServer({ directory, disposable: true })).stop();
    const standby = join(folder, 'standby');
    await promisify(execFile)('cp', ['-a', join(directory, 'cluster'), standby]);
    const primary = await startEmbeddedServer({ directory, disposable: true });
    const { port, username, password } = new URL(primary.url);
    await writeFile(join(standby, 'standby.signal'), '');
    await appendFile(
      join(standby, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`,
    );
    const server = new ReplicatedServer(folder, primary, await freePort());
    await server.startReplica();
    return server;
  }

  get url(): string {
    return this.primary.url;
  }

  /** The replica of a database of the primary. */
  replicaOf(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.port = `${this.replicaPort}`;
    return url.href;
  }

  async startReplica(): Promise<void> {
    const directory = join(this.folder, 'standby');
    const [{ uid, gid }, program] = [await stat(directory), await this.program()];
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'fsync=off'];
    const parameters = ['-D', directory, '-p', `${this.replicaPort}`, ...settings.flatMap((setting) => ['-c', setting])];
    const user = process.getuid?.() === 0 ? { uid, gid } : {};
    const child = spawn(program, parameters, { ...user, stdio: ['ignore', 'ignore', 'pipe'], env: { LC_MESSAGES: 'C' } });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString('utf8');
        if (said.includes('ready to accept read-only connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`the replica did not start: ${said}`)));
    });
  }

  async stopReplica(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (running?.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGINT'); // Ends the connections, as a restart does.
    await ended;
  }

  /** From here on the replica shows nothing new, until it is told to go on. */
  async pause(): Promise<void> {
    await this.ask(this.replicaOf(this.url), 'select pg_wal_replay_pause()');
    const state = `select pg_get_wal_replay_pause_state() as value`;
    await until('the pause', async () => (await this.ask(this.replicaOf(this.url), state)) === 'paused');
  }

  async resume(): Promise<void> {
    await this.ask(this.replicaOf(this.url), 'select pg_wal_replay_resume()');
  }

  /** The replica's connections stand still, as on a network that swallows everything. Answers what lets them go on. */
  async freeze(): Promise<() => void> {
    const pids = await this.ask(
      this.replicaOf(this.url),
      `select string_agg(pid::text, ',') as value from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    const signal = (name: 'SIGSTOP' | 'SIGCONT') => pids.split(',').forEach((pid) => process.kill(Number(pid), name));
    signal('SIGSTOP');
    return () => signal('SIGCONT');
  }

  /** Until the replica shows what the primary holds now. */
  async caughtUp(): Promise<void> {
    const written = await this.ask(this.url, 'select pg_current_wal_insert_lsn() as value');
    const replayed = `select (pg_last_wal_replay_lsn() >= '${written}')::text as value`;
    await until('the replica', async () => (await this.ask(this.replicaOf(this.url), replayed)) === 'true');
  }

  async stop(): Promise<void> {
    await this.stopReplica();
    await this.primary.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The server's own program, wherever its package lies. */
  private async program(): Promise<string> {
    return join(await this.ask(this.url, `select setting as value from pg_config() where name = 'BINDIR'`), 'postgres');
  }

  private async ask(url: string, sql: string): Promise<string> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ value: string }>(sql);
      return rows[0]?.value ?? '';
    } finally {
      await client.end();
    }
  }
}
