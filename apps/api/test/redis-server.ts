import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { freePort } from './free-port.js';

/** A real Redis of its own, which keeps nothing. Each one ends with the spec that started it. */
export class RedisServer {
  private constructor(
    readonly port: number,
    private process: ChildProcess,
  ) {}

  static async start(): Promise<RedisServer> {
    const port = await freePort();
    return new RedisServer(port, await run(port));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** At this very moment, as a machine is lost. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  /** Empty, where it was before. */
  async restart(): Promise<void> {
    this.process = await run(this.port);
  }

  /** Connections stay, but nothing is answered. */
  freeze(): void {
    this.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.process.kill('SIGCONT');
  }
}

async function run(port: number): Promise<ChildProcess> {
  const parameters = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      if (said.includes('Ready to accept connections')) resolve();
    });
    child.once('error', () => reject(new Error('redis-server cannot be run: `npm test` installs it, or says how')));
    child.once('exit', () => reject(new Error(`redis-server did not start: ${said}`)));
  });
  await ready;
  return child;
}
