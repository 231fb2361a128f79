// Writes a `.br` and a `.gz` beside each text of the built application: the server sends these in its place, and
// compresses nothing itself. Browsers take Brotli where the connection is secure, gzip everywhere.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const FOLDER = 'dist/apps/web/browser';
const TEXT = /\.(css|html|js|json|svg)$/;
/** Smaller ones fit into one packet as they are. */
const LEAST_BYTES = 1_000;
/** The best, 11, takes thrice as long for a fiftieth less. */
const BROTLI_QUALITY = 10;
const GZIP_LEVEL = 9;

const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
const texts = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name));
await Promise.all(texts.map((entry) => compress(join(entry.parentPath, entry.name))));

async function compress(file) {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: GZIP_LEVEL }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
