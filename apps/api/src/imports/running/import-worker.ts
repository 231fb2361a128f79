import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';

import { AccountService } from '../../accounts/index.js';
import { isDatabaseDown } from '../../http/database-failure.js';
import { Problem } from '../../http/problem.js';
import { HeadingError } from '../mapping/row-reader.js';
import { CsvError } from '../reading/csv-file.js';
import { deleteChunks } from '../receiving/import-chunks.query.js';
import { claimImport, type ClaimedImport, releaseImport, selectDueAccounts } from './import-claims.query.js';
import { endImport } from './import-progress.query.js';
import { ImportRun, ImportStopped } from './import-run.js';
import { ImportSurroundings } from './import-surroundings.js';

const LOOK_EVERY_MS = 500;

/**
 * Works on imports, one at a time in this process. Any number of processes may do so at once; an import whose worker
 * has died is taken up by another where it stood.
 */
@Injectable()
export class ImportWorker {
  private readonly logger = new Logger('imports');
  private stopping: AbortController | null = null;
  private loop: Promise<void> | null = null;
  private awake = new AbortController();

  constructor(
    private readonly surroundings: ImportSurroundings,
    private readonly accounts: AccountService,
  ) {}

  start(): void {
    const stopping = new AbortController();
    this.stopping = stopping;
    this.loop = this.work(stopping.signal);
  }

  /** Stops within a batch; what is left is taken up again by the next one. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.loop;
  }

  /** There is something to do: looks at once. */
  wake(): void {
    this.awake.abort();
  }

  private async work(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      this.awake = new AbortController();
      const found = await this.next(stopping).catch((error: unknown) => {
        this.logger.error(error, 'imports cannot be read');
        return false;
      });
      if (!found) await this.pause(stopping);
    }
  }

  private async next(stopping: AbortSignal): Promise<boolean> {
    const { database, clock } = this.surroundings;
    let found = false;
    for (const accountId of await selectDueAccounts(database)) {
      if (stopping.aborted) break;
      const claimed = await claimImport(database, accountId, clock.now());
      if (claimed) await this.run(claimed, stopping);
      found ||= claimed !== undefined;
    }
    return found;
  }

  private async run(claimed: ClaimedImport, stopping: AbortSignal): Promise<void> {
    const { database } = this.surroundings;
    try {
      const { time_zone: timeZone } = await this.accounts.get(claimed.account_id);
      await new ImportRun(claimed, timeZone, this.surroundings, stopping).run();
      await this.end(claimed, claimed.dry_run ? 'checked' : 'finished', null);
    } catch (error) {
      if (error instanceof ImportStopped) await releaseImport(database, claimed);
      // Its lease runs out, and it is taken up again when the database is there.
      else if (isDatabaseDown(error)) this.logger.warn({ msg: `import ${claimed.id} lost the database`, err: error });
      else await this.end(claimed, 'failed', this.sentence(error, claimed));
    }
  }

  private async end(claimed: ClaimedImport, state: 'checked' | 'finished' | 'failed', error: string | null): Promise<void> {
    const { database, clock } = this.surroundings;
    await database.transaction(async () => {
      const ended = await endImport(database, claimed, state, error, clock.now());
      const key = { accountId: claimed.account_id, id: claimed.id };
      if (ended && state !== 'checked') await deleteChunks(database, key);
    });
  }

  private sentence(error: unknown, { id }: ClaimedImport): string {
    if (error instanceof CsvError || error instanceof HeadingError) return `The file cannot be imported: ${error.message}.`;
    if (error instanceof Problem) return error.detail;
    this.logger.error(error, `import ${id} failed`);
    return `The server failed. Its log names the import ${id}.`;
  }

  private async pause(stopping: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stopping, this.awake.signal]);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
