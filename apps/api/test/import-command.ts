import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface ImportEnd {
  code: number | null;
  output: string;
  errors: string;
}

export interface RunningImport {
  /** As Ctrl-C does: every process of the command is told. */
  interrupt(): void;
  ended: Promise<ImportEnd>;
}

/** `npm run import` as a person runs it, with a folder of its own to remember things in. */
export class ImportCommand {
  private constructor(readonly folder: string) {}

  static async create(): Promise<ImportCommand> {
    return new ImportCommand(await mkdtemp(join(tmpdir(), 'import-command-')));
  }

  run(...parameters: readonly string[]): Promise<ImportEnd> {
    return this.start(...parameters).ended;
  }

  start(...parameters: readonly string[]): RunningImport {
    const child = spawn(process.execPath, ['scripts/import.mjs', ...parameters], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: this.folder, XDG_STATE_HOME: this.folder, FLOWPILOT_INSTALLED: 'true' },
    });
    return { ended: endOf(child), interrupt: () => child.pid !== undefined && process.kill(-child.pid, 'SIGINT') };
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}

async function endOf(child: ChildProcess): Promise<ImportEnd> {
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (text: Buffer) => (said.output += text.toString('utf8')));
  child.stderr?.on('data', (text: Buffer) => (said.errors += text.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
