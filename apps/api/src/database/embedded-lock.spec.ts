import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { lockDirectory } from './embedded-lock.js';

const NO_SUCH_PID = 4_194_304;

describe('lockDirectory', () => {
  let directory: string;
  let owner: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'flowpilot-lock-'));
    owner = join(directory, 'owner');
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('takes a free folder and gives it back', async () => {
    const release = await lockDirectory(directory);
    expect(readFileSync(owner, 'utf8')).toContain(String(process.pid));
    await release();
    expect(existsSync(owner)).toBe(false);
  });

  it('takes over what a killed process left, also when its id has come again', async () => {
    for (const left of [`${NO_SUCH_PID} 1`, `${process.pid} 1`, `${process.ppid} 1`]) {
      writeFileSync(owner, left);
      const release = await lockDirectory(directory);
      await release();
    }
  });

  it('refuses a folder whose owner lives', async () => {
    writeFileSync(owner, `${process.ppid} ${startTime(process.ppid)}`);
    await expect(lockDirectory(directory)).rejects.toThrow(`in use by another running FlowPilot (process ${process.ppid})`);
  });

  it('says so when the folder cannot be made', async () => {
    writeFileSync(owner, '');
    await expect(lockDirectory(join(owner, 'below'))).rejects.toThrow('cannot be used');
  });
});

function startTime(pid: number): string {
  if (process.platform !== 'linux') return '';
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
