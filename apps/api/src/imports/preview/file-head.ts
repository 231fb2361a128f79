import { IMPORT_PREVIEW_BYTES } from '@flowpilot/contracts';

import { unpacked } from '../reading/file-content.js';

const MOST_UNPACKED_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;

/** The first lines of a file, unpacked, none of them cut. `sent` may be the beginning of the file only. */
export async function fileHead(sent: Buffer): Promise<Buffer> {
  const isCut = sent.length >= IMPORT_PREVIEW_BYTES;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of unpacked(once(sent), isCut)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= MOST_UNPACKED_BYTES) break;
  }
  const head = Buffer.concat(pieces);
  if (!isCut && length < MOST_UNPACKED_BYTES) return head;
  return head.subarray(0, head.lastIndexOf(LINE_FEED) + 1);
}

/** The bytes as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
