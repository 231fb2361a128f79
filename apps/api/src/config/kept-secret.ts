import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { codeOf, messageOf } from './failure.js';
import { StartFailure } from './start-failure.js';

/**
 * A secret of 64 hexadecimal digits that is made once and kept in the data folder, readable by its owner only.
 *
 * @throws StartFailure when the folder cannot be read or written.
 */
export function keptSecret(directory: string, name: string): string {
  const file = join(directory, name);
  try {
    mkdirSync(directory, { recursive: true });
    writeOnce(file, randomBytes(32).toString('hex'));
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartFailure(`The data folder ${directory} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

/** Two processes that start at once end up with the same secret: the one that came second keeps the first's. */
function writeOnce(file: string, secret: string): void {
  try {
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
