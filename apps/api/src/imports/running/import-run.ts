import { setImmediate as turn } from 'node:timers/promises';

import { MAX_IMPORT_ROWS } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { mappingOf } from '../import-mappings.js';
import { CountedFlowRecords } from '../mapping/counted-flow-records.js';
import { daysToYesterday } from '../mapping/day-shift.js';
import { ensureFlows, type FlowIds } from '../mapping/flow-catalogue.js';
import { finalRows } from '../mapping/final-rows.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { RowMapper } from '../mapping/row-mapper.js';
import { type Survey, surveyRows } from '../mapping/survey.js';
import { ANY_TIME, type TakenTimes, takenTimes } from '../mapping/taken-times.js';
import { TimeReader } from '../mapping/time-reader.js';
import { wantedFlows } from '../mapping/wanted-flows.js';
import { CsvError, type CsvFile, type CsvRow } from '../reading/csv-file.js';
import { readStoredCsv } from '../stored-csv.js';
import { AccountFlowRecords, AssumedFlowRecords } from './account-flow-records.js';
import { ImportBatch } from './import-batch.js';
import { type ClaimedImport, renewImport, selectKeptShift } from './import-claims.query.js';
import { addBatch, beginPhase, noteMadeFlows } from './import-progress.query.js';
import type { ImportSurroundings } from './import-surroundings.js';

/** Batches grow, so that a small file shows progress too; the ingest names this many rejections at most. */
const FIRST_SESSIONS = 250;
const MOST_SESSIONS = 1_000;
/** Rows after which others get their turn. */
const ROWS_A_TURN = 100;
const RENEW_EVERY_MS = 500;

/** This worker must stop: it was told to, or the import is no longer its own. */
export class ImportStopped extends Error {}

/** One claimed import: two readings of its file, as the command line does, within the server. */
export class ImportRun {
  private readonly mapping: ImportMapping;
  private readonly actor: Actor;
  private readonly taken: TakenTimes;

  constructor(
    private readonly claimed: ClaimedImport,
    private readonly timeZone: string,
    private readonly surroundings: ImportSurroundings,
    private readonly stopping: AbortSignal,
  ) {
    this.mapping = mappingOf(claimed.format, claimed.mapping);
    this.taken = takenTimes(surroundings.clock.now().getTime());
    this.actor = { kind: 'user', id: claimed.created_by, accountId: claimed.account_id, ownSessionsOnly: false };
  }

  /** @throws ImportStopped; CsvError or HeadingError where the file is to blame */
  async run(): Promise<void> {
    const survey = await this.read((file) => surveyRows(this.watched(file), this.mapper(file, this.writtenTimes())));
    const shiftDays = await this.shift(survey);
    const beginning = { rows: survey.rows, total: survey.finalRows.size + survey.rowsWithoutReference, shiftDays };
    await this.begin({ phase: 'flows', ...beginning });
    const { flows, assumed } = await this.flows(survey, shiftDays);
    await this.begin({ phase: 'sessions', ...beginning });
    await this.read((file) => this.store(file, survey, { flows, assumed, shiftDays }));
  }

  private async shift(survey: Survey): Promise<number> {
    const { account_id, content_hash, shift_days: kept, shift_to_today } = this.claimed;
    if (!shift_to_today) return 0;
    const { database, clock } = this.surroundings;
    const earlier = kept ?? (await selectKeptShift(database, account_id, content_hash));
    return earlier ?? daysToYesterday(survey, this.writtenTimes(), clock.now().getTime()) ?? 0;
  }

  private async flows(survey: Survey, shiftDays: number): Promise<{ flows: FlowIds; assumed: ReadonlySet<string> }> {
    const { database, categories, flows: flowService } = this.surroundings;
    const wanted = wantedFlows(survey, this.times(shiftDays), this.mapping.flows.mostFrequent);
    const real = new AccountFlowRecords(categories, flowService, this.actor);
    const assuming = new AssumedFlowRecords(real, flowService);
    const records = new CountedFlowRecords(this.claimed.dry_run ? assuming : real);
    const renewed = this.everyNowAndThen(survey.rows);
    try {
      return { flows: await ensureFlows(records, wanted, () => renewed()), assumed: assuming.assumed };
    } finally {
      // Whether the import is still ours the next phase finds out.
      await noteMadeFlows(database, this.claimed, records.made);
    }
  }

  private async store(file: CsvFile, survey: Survey, plan: Plan): Promise<void> {
    let batch = new ImportBatch();
    let size = FIRST_SESSIONS;
    let position = 0;
    for await (const row of finalRows(this.inTurns(file.rows), survey, this.mapper(file, this.times(plan.shiftDays)))) {
      // An earlier worker has dealt with the first ones: the same file always yields the same rows.
      if (position >= this.claimed.done) batch.add(position, row);
      position += 1;
      if (batch.size < size) continue;
      await this.storeBatch(batch, plan);
      batch = new ImportBatch();
      size = Math.min(size * 2, MOST_SESSIONS);
    }
    if (batch.size > 0) await this.storeBatch(batch, plan);
  }

  private async storeBatch(batch: ImportBatch, { flows, assumed }: Plan): Promise<void> {
    this.throwIfStopping();
    const { database, ingest } = this.surroundings;
    const bytes = batch.bytes(flows);
    const answer = this.claimed.dry_run
      ? await ingest.foresee(this.actor, bytes, assumed)
      : await ingest.store(this.actor, bytes);
    this.hold(await addBatch(database, this.claimed, batch.result(answer)));
  }

  private async begin(beginning: Parameters<typeof beginPhase>[2]): Promise<void> {
    this.throwIfStopping();
    const { database, clock } = this.surroundings;
    this.hold(await beginPhase(database, this.claimed, beginning, clock.now()));
  }

  private read<Answer>(work: (file: CsvFile) => Promise<Answer>): Promise<Answer> {
    const { account_id: accountId, id, encoding } = this.claimed;
    const { delimiter } = this.mapping;
    return readStoredCsv(this.surroundings.database, { accountId, id }, { delimiter, encoding }, work);
  }

  /** The rows of the first reading, counted. */
  private async *watched({ rows }: CsvFile): AsyncGenerator<CsvRow> {
    const renewed = this.everyNowAndThen();
    let count = 0;
    for await (const row of this.inTurns(rows)) {
      count += 1;
      if (count > MAX_IMPORT_ROWS) {
        const limit = MAX_IMPORT_ROWS.toLocaleString('en-US');
        throw new CsvError(`it has more than ${limit} rows; import it with npm run import, or in parts`);
      }
      await renewed(count);
      yield row;
    }
  }

  private async *inTurns(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow> {
    let count = 0;
    for await (const row of rows) {
      count += 1;
      if (count % ROWS_A_TURN === 0) {
        await turn();
        this.throwIfStopping();
      }
      yield row;
    }
  }

  /** Shows that this worker is alive, and notices when it should not be. */
  private everyNowAndThen(known = 0): (rows?: number) => Promise<void> {
    let renewed = performance.now();
    return async (rows = known) => {
      if (performance.now() - renewed < RENEW_EVERY_MS) return;
      renewed = performance.now();
      this.throwIfStopping();
      this.hold(await renewImport(this.surroundings.database, this.claimed, rows));
    };
  }

  private throwIfStopping(): void {
    if (this.stopping.aborted) throw new ImportStopped('the process ends');
  }

  private hold(isOurs: boolean): void {
    if (!isOurs) throw new ImportStopped('the import was cancelled, or another process works on it');
  }

  /** Times as they stand in the file: where they are still to be shifted, any may turn out well. */
  private writtenTimes(): TimeReader {
    return this.times(0, this.claimed.shift_to_today ? ANY_TIME : this.taken);
  }

  private times(shiftDays: number, taken = this.taken): TimeReader {
    return new TimeReader({ format: this.mapping.dateFormat, timeZone: this.timeZone, shiftDays, taken });
  }

  private mapper(file: CsvFile, times: TimeReader): RowMapper {
    return new RowMapper(this.mapping, file.heading, times);
  }
}

interface Plan {
  flows: FlowIds;
  /** Flows that a dry run supposes to be made. */
  assumed: ReadonlySet<string>;
  shiftDays: number;
}
