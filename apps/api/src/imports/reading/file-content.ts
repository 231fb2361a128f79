import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** The bytes of a file, unpacked when they are gzip, whatever the file is called. */
export function fileContent(path: string): AsyncGenerator<Uint8Array> {
  return unpacked(createReadStream(path));
}

/** The bytes, unpacked when they are gzip, which need not be whole if `isCut`. Returning it ends the source. */
export async function* unpacked(source: AsyncIterable<Uint8Array>, isCut = false): AsyncGenerator<Uint8Array> {
  const { isPacked, bytes } = await told(source[Symbol.asyncIterator]());
  if (!isPacked) {
    yield* bytes;
    return;
  }
  const unpacking = createGunzip(isCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
  // Its error reaches the reader of `unpacking`, which pipeline destroys with it.
  pipeline(Readable.from(bytes), unpacking, () => undefined);
  yield* unpacking as AsyncIterable<Uint8Array>;
}

/** Looks at the first bytes; `bytes` are all of them. */
async function told(source: AsyncIterator<Uint8Array>) {
  const beginning: Uint8Array[] = [];
  while (length(beginning) < GZIP_MAGIC.length) {
    const next = await source.next();
    if (next.done) break;
    beginning.push(next.value);
  }
  const isPacked = Buffer.concat(beginning).subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
  return { isPacked, bytes: rejoined(beginning, source) };
}

function length(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

async function* rejoined(beginning: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* beginning;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** SHA-256 of the file as it lies on disk, hexadecimal. */
export async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
