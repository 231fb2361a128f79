import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import { MAX_IMPORT_BYTES } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { isUniqueViolation } from '../../database/constraint-violation.js';
import { Database } from '../../database/database.js';
import { type FormFile, readForm } from '../../http/multipart-form.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { FileCheck } from './file-check.js';
import { deleteChunks, type ImportKey, insertChunk } from './import-chunks.query.js';
import { importOptions } from './import-options.js';
import {
  acceptImport,
  cancelChecked,
  deleteImport,
  insertReceiving,
  type ReceivedFile,
  selectAbandoned,
  stillReceiving,
} from './received-import.query.js';

const CHUNK_BYTES = 512 * 1024;
const LONGEST_FILE_NAME = 200;

/** Takes files to import: they are kept in the database, where any process may work on them. */
@Injectable()
export class ImportReceiver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: FileCheck,
  ) {}

  /**
   * Answers the id of the import, which waits for a worker from now on. Nothing is left of what is refused.
   *
   * @throws Problem `conflict` while the account has an open import; `validation_failed` with a pointer to a field,
   * into the mapping or to the file; `malformed_request`; `payload_too_large`; `unsupported_media_type`
   */
  async receive(actor: Actor, body: unknown, contentType: string | undefined): Promise<string> {
    const key = { accountId: actor.accountId, id: newId() };
    await this.dropAbandoned(actor.accountId);
    await this.begin(key, actor.id);
    try {
      const received = new ReceivedBytes(this.database, key);
      const take = (file: FormFile) => received.take(file);
      const fields = await readForm(body, contentType, { field: 'file', maxBytes: MAX_IMPORT_BYTES, take });
      const options = importOptions(fields);
      await this.check.check(key, options);
      await this.database.transaction(async () => {
        for (const id of await cancelChecked(this.database, key.accountId)) {
          await deleteChunks(this.database, { ...key, id });
        }
        await acceptImport(this.database, key, received.file, options);
      });
    } catch (error) {
      await this.drop(key);
      throw error;
    }
    return key.id;
  }

  private async begin(key: ImportKey, createdBy: string | null): Promise<void> {
    try {
      await insertReceiving(this.database, key, createdBy, this.clock.now());
    } catch (error) {
      throw isUniqueViolation(error, 'imports_open') ? openImport() : error;
    }
  }

  private async dropAbandoned(accountId: string): Promise<void> {
    for (const id of await selectAbandoned(this.database, accountId)) await this.drop({ accountId, id });
  }

  private drop(key: ImportKey): Promise<void> {
    return this.database.transaction(async () => {
      await deleteChunks(this.database, key);
      await deleteImport(this.database, key);
    });
  }
}

/** One import of an account at a time. */
export function openImport(): Problem {
  return new Problem('conflict', 'Another import of this account is at work. Wait until it ends, or cancel it.');
}

/** A file on its way into the database. */
class ReceivedBytes {
  private readonly hash = createHash('sha256');
  private name = '';
  private bytes = 0;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private position = 0;

  constructor(
    private readonly database: Database,
    private readonly key: ImportKey,
  ) {}

  get file(): ReceivedFile {
    return { name: this.name, bytes: this.bytes, contentHash: this.hash.copy().digest('hex') };
  }

  async take({ name, bytes }: FormFile): Promise<void> {
    this.name = name.slice(0, LONGEST_FILE_NAME).replaceAll(/[\0\p{Surrogate}]/gu, '') || 'file.csv';
    for await (const piece of bytes) {
      this.hash.update(piece);
      this.bytes += piece.length;
      this.waiting.push(piece);
      this.waitingBytes += piece.length;
      if (this.waitingBytes >= CHUNK_BYTES) await this.store();
    }
    await this.store();
  }

  private async store(): Promise<void> {
    await insertChunk(this.database, this.key, this.position, Buffer.concat(this.waiting));
    await stillReceiving(this.database, this.key);
    this.position += 1;
    this.waiting = [];
    this.waitingBytes = 0;
  }
}
