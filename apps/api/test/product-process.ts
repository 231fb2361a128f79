import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The product in a process of its own, on the sources as they stand: its worker, or its server. */
export class ProductProcess {
  private readonly said: string[] = [];
  private readonly exited: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => this.said.push(text.toString('utf8')));
    }
    this.exited = new Promise((resolve) => {
      child.once('exit', () => resolve());
    });
  }

  static start(entry: 'main' | 'worker', environment: Readonly<Record<string, string>>): ProductProcess {
    const child = spawn(
      process.execPath,
      ['--import', './scripts/typescript.mjs', `apps/api/src/${entry}.ts`],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return new ProductProcess(child);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Everything it wrote to its outputs. */
  get output(): string {
    return this.said.join('');
  }

  /** At this very moment, whatever it is doing. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** As an operator stops it; with its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    await this.exited;
    return this.child.exitCode;
  }

  /** Its address, or that of nothing if it has none. */
  async ready(): Promise<string> {
    for (;;) {
      const found = / is ready(?:: (\S+)|\.)/.exec(this.output);
      if (found) return found[1] ?? '';
      if (!this.isAlive) throw new Error(this.output);
      await sleep(50);
    }
  }
}
