import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { ImportFailure } from './import-failure.js';

/** What makes two runs the same import: the content, not the name, going into one account of one server. */
export interface ImportIdentity {
  contentHash: string;
  accountId: string;
  url: string;
}

/** The folder of this person for what programs remember. */
export function stateFolder(environment: NodeJS.ProcessEnv): string {
  const base = environment.XDG_STATE_HOME ?? environment.LOCALAPPDATA ?? join(homedir(), '.local', 'state');
  return join(base, 'flowpilot-analytics', 'imports');
}

/** Remembers of an import by how many days it was shifted, so that a re-run shifts by the same. */
export class ImportState {
  private readonly path: string;

  constructor(folder: string, { contentHash, accountId, url }: ImportIdentity) {
    const name = createHash('sha256').update([contentHash, accountId, url].join('\n')).digest('hex').slice(0, 32);
    this.path = join(folder, `${name}.json`);
  }

  /** Null on the first run. @throws ImportFailure rather than guess another shift. */
  async shiftDays(): Promise<number | null> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    });
    if (text === null) return null;
    const shift = shiftOf(text);
    if (shift !== null) return shift;
    throw new ImportFailure(`${this.path} should say by how many days this file was shifted, but is damaged. Delete it to shift anew.`);
  }

  async keepShift(days: number, file: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify({ file, shift_days: days })}\n`);
    await rename(draft, this.path);
  }
}

function isAbsent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function shiftOf(text: string): number | null {
  try {
    const state: unknown = JSON.parse(text);
    const days: unknown = typeof state === 'object' && state !== null && 'shift_days' in state ? state.shift_days : null;
    return typeof days === 'number' && Number.isInteger(days) ? days : null;
  } catch {
    return null;
  }
}
