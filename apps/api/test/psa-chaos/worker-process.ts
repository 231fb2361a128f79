import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** The product's worker in a process of its own, on the sources as they stand. */
export class WorkerProcess {
  private readonly errors: string[] = [];
  private readonly exited: Promise<void>;
  private isReady = false;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('worker is ready')) this.isReady = true;
    });
    child.stderr?.on('data', (text: Buffer) => this.errors.push(text.toString('utf8')));
    this.exited = new Promise((resolve) => {
      child.once('exit', () => resolve());
    });
  }

  static start(environment: Readonly<Record<string, string>>): WorkerProcess {
    const child = spawn(
      process.execPath,
      ['--import', './scripts/typescript.mjs', 'apps/api/src/worker.ts'],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return new WorkerProcess(child);
  }

  get ready(): boolean {
    return this.isReady && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it complained of. */
  get complaints(): string {
    return this.errors.join('');
  }

  /** At this very moment, whatever it is doing. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }
}
