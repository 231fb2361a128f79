import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** The bytes of a file, unpacked when they are gzip, whatever the file is called. */
export async function* fileContent(path: string): AsyncGenerator<Uint8Array> {
  const isPacked = await isGzip(path);
  const packed = createReadStream(path);
  if (!isPacked) {
    yield* packed as AsyncIterable<Uint8Array>;
    return;
  }
  const unpacked = createGunzip();
  // Its error reaches the reader of `unpacked`, which pipeline destroys with it.
  pipeline(packed, unpacked, () => undefined);
  yield* unpacked as AsyncIterable<Uint8Array>;
}

/** SHA-256 of the file as it lies on disk, hexadecimal. */
export async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}
