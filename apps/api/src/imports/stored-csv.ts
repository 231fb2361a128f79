import type { Database } from '../database/database.js';
import { CsvError, type CsvFile, readCsv } from './reading/csv-file.js';
import { unpacked } from './reading/file-content.js';
import { type ImportKey, storedFile } from './receiving/import-chunks.query.js';

/** How much is parsed before others get their turn. */
const PIECE_BYTES = 32 * 1024;
/** A packed file may unpack to thousands of times its size. */
const MOST_UNPACKED_BYTES = 2 * 1024 * 1024 * 1024;

/** Reads the file of an import as it lies in the database. @throws CsvError, or what `work` throws */
export async function readStoredCsv<Answer>(
  database: Database,
  key: ImportKey,
  format: { delimiter: string; encoding: string },
  work: (file: CsvFile) => Promise<Answer>,
): Promise<Answer> {
  const file = await readCsv(inPieces(unpacked(storedFile(database, key))), format);
  try {
    return await work(file);
  } finally {
    await file.rows.return(undefined);
  }
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > MOST_UNPACKED_BYTES) throw new CsvError('unpacked it is larger than 2 GB');
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) yield chunk.subarray(start, start + PIECE_BYTES);
  }
}
