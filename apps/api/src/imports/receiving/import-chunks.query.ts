import type { Database } from '../../database/database.js';

/** Of which import of which account. */
export interface ImportKey {
  accountId: string;
  id: string;
}

export async function insertChunk(
  database: Database,
  { accountId, id }: ImportKey,
  position: number,
  bytes: Buffer,
): Promise<void> {
  await database.query(
    'insert into import_chunks (account_id, import_id, position, bytes) values ($1, $2, $3, $4)',
    [accountId, id, position, bytes],
  );
}

/** The file as it was sent, piece by piece. */
export async function* storedFile(database: Database, { accountId, id }: ImportKey): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const [chunk] = await database.query<{ bytes: Buffer }>(
      `select import_chunks.bytes from import_chunks
       where import_chunks.account_id = $1 and import_chunks.import_id = $2 and import_chunks.position = $3`,
      [accountId, id, position],
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

export async function deleteChunks(database: Database, { accountId, id }: ImportKey): Promise<void> {
  await database.query(
    'delete from import_chunks where import_chunks.account_id = $1 and import_chunks.import_id = $2',
    [accountId, id],
  );
}
