import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { codeOf, messageOf } from '../config/failure.js';

/** A killed application's server needs a moment to stop; a running one keeps the folder for good. */
const PATIENCE_MS = 5_000;
const RETRY_MS = 100;

/**
 * Takes the folder for this process, until `release` or its end. Without it a second start would shut the running
 * product's server down, taking it for an orphan.
 *
 * @throws Error with a sentence for a person when another living process holds the folder.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await makeDirectory(directory);
  const file = join(directory, 'owner');
  const self = `${process.pid} ${await startTime(process.pid)}`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const owner = await readOwner(file);
    if (owner === self) return () => rm(file, { force: true });
    if (owner === undefined || !(await isAlive(owner))) {
      await rm(file, { force: true });
      await writeFile(file, self, { flag: 'wx' }).catch(ignoreExisting);
      // Another process may have removed this very file as the stale one: whoever stands in it afterwards has it.
      await sleep(RETRY_MS);
    } else if (Date.now() > deadline) {
      throw new Error(`The folder ${directory} is in use by another running FlowPilot (process ${parsePid(owner)}).`);
    } else {
      await sleep(RETRY_MS);
    }
  }
}

async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    throw new Error(`The data folder ${directory} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

async function readOwner(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Process ids come again, above all in containers: the same one that began at another time is another process. */
async function isAlive(owner: string): Promise<boolean> {
  const pid = parsePid(owner);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return owner === `${pid} ${await startTime(pid)}`;
}

function parsePid(owner: string): number {
  return Number.parseInt(owner, 10);
}

/** In ticks since the machine started; empty where the system does not tell. */
async function startTime(pid: number): Promise<string> {
  if (process.platform !== 'linux') return '';
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in parentheses, may hold spaces; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
