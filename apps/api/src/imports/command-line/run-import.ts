import { CountedFlowRecords } from '../mapping/counted-flow-records.js';
import { ensureFlows, type FlowIds, type FlowRecords } from '../mapping/flow-catalogue.js';
import { finalRows } from '../mapping/final-rows.js';
import type { FlowTally } from '../mapping/flow-selection.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { RowMapper } from '../mapping/row-mapper.js';
import { type Survey, surveyRows } from '../mapping/survey.js';
import { ANY_TIME, type TakenTimes, takenTimes } from '../mapping/taken-times.js';
import { TimeReader } from '../mapping/time-reader.js';
import { wantedFlows } from '../mapping/wanted-flows.js';
import { type CsvFile, type CsvRow, openCsv } from '../reading/csv-file.js';
import { contentHash } from '../reading/file-content.js';
import { ApiClient } from './api-client.js';
import type { ImportRequest } from './arguments.js';
import { shiftToToday } from './day-shift.js';
import { ImportState } from './import-state.js';
import { Progress, type ProgressOutput } from './progress.js';
import { RejectedRows } from './rejected-rows.js';
import { RemoteFlowRecords } from './remote-flow-records.js';
import type { ImportReport } from './report.js';
import { type ImportAccount, signIn } from './sign-in.js';
import { loadMapping, namingFile } from './source-file.js';
import { Upload, type UploadCounts } from './upload.js';

export interface ImportSurroundings {
  /** Where the progress is shown. */
  output: ProgressOutput;
  /** Ends the import; what is stored stays. */
  signal: AbortSignal;
  /** What this program remembers between runs. */
  stateFolder: string;
  now(): number;
  /** Pause before a request is repeated, in milliseconds. */
  firstPause?: number;
}

/** One import, from the arguments to its report. @throws ImportFailure */
export async function runImport(request: ImportRequest, surroundings: ImportSurroundings): Promise<ImportReport> {
  return new ImportRun(request, surroundings, await loadMapping(request.mappingFile)).run();
}

class ImportRun {
  private readonly client: ApiClient;
  private readonly rejected: RejectedRows;
  private readonly started: number;
  private readonly taken: TakenTimes;

  constructor(
    private readonly request: ImportRequest,
    private readonly surroundings: ImportSurroundings,
    private readonly mapping: ImportMapping,
  ) {
    this.client = new ApiClient({ url: request.url, ...surroundings });
    this.rejected = new RejectedRows(request.file, surroundings.stateFolder);
    this.started = surroundings.now();
    this.taken = takenTimes(this.started);
  }

  async run(): Promise<ImportReport> {
    await this.checkHeading();
    const account = await signIn(this.client, this.request.credentials);
    const survey = await this.survey(account);
    const shiftDays = this.request.shiftToToday ? await this.shift(account, survey) : 0;
    const records = new CountedFlowRecords(new RemoteFlowRecords(this.client));
    const flows = await this.makeFlows(records, wantedFlows(survey, this.times(account, shiftDays), this.mapping.flows.mostFrequent));
    const counts = await this.upload(survey, flows, this.times(account, shiftDays));
    return {
      file: this.request.file,
      account,
      rows: survey.rows,
      sessions: survey.finalRows.size,
      shiftDays,
      made: records.made,
      counts,
      rejectedFile: this.rejected.path,
      took: this.surroundings.now() - this.started,
    };
  }

  /** A wrong file is refused before anyone is asked to let it in. */
  private async checkHeading(): Promise<void> {
    await this.read((file) => Promise.resolve(this.mapper(file, this.times({ timeZone: 'UTC' }))));
  }

  private survey(account: ImportAccount): Promise<Survey> {
    const progress = this.progress('Reading', null, 'rows');
    return this.read(async (file) => {
      const survey = await surveyRows(this.watched(file, progress), this.mapper(file, this.writtenTimes(account)));
      progress.finish(survey.rows);
      return survey;
    });
  }

  private async shift(account: ImportAccount, survey: Survey): Promise<number> {
    const { file, url } = this.request;
    const identity = { contentHash: await contentHash(file), accountId: account.id, url };
    const state = new ImportState(this.surroundings.stateFolder, identity);
    return shiftToToday(state, survey, this.writtenTimes(account), { now: this.surroundings.now(), file });
  }

  private async makeFlows(records: FlowRecords, wanted: readonly FlowTally[]): Promise<FlowIds> {
    const progress = this.progress('Flows    ', wanted.length, 'flows');
    const flows = await ensureFlows(records, wanted, (done) => progress.update(done));
    if (wanted.length > 0) progress.finish(wanted.length);
    return flows;
  }

  private async upload(survey: Survey, flows: FlowIds, times: TimeReader): Promise<UploadCounts> {
    await this.rejected.clear();
    const total = survey.finalRows.size + survey.rowsWithoutReference;
    const progress = this.progress('Uploading', total, 'sessions');
    const upload = new Upload(this.client, flows, {
      onRejected: (rows) => this.rejected.add(rows),
      onProgress: ({ accepted, updated, unchanged, rejected }) => progress.update(accepted + updated + unchanged + rejected),
    });
    const counts = await this.read((file) => upload.send(finalRows(this.watched(file), survey, this.mapper(file, times))));
    progress.finish(total);
    return counts;
  }

  private read<T>(work: (file: CsvFile) => Promise<T>): Promise<T> {
    const { file, encoding } = this.request;
    return namingFile(file, async () => {
      const opened = await openCsv(file, { delimiter: this.mapping.delimiter, encoding });
      try {
        return await work(opened);
      } finally {
        await opened.rows.return(undefined);
      }
    });
  }

  /** The rows of the file, until someone interrupts. */
  private async *watched({ rows }: CsvFile, progress?: Progress): AsyncGenerator<CsvRow> {
    let done = 0;
    for await (const row of rows) {
      this.surroundings.signal.throwIfAborted();
      yield row;
      progress?.update((done += 1));
    }
  }

  /** Times as they stand in the file: where they are still to be shifted, any may turn out well. */
  private writtenTimes(account: ImportAccount): TimeReader {
    return this.times(account, 0, this.request.shiftToToday ? ANY_TIME : this.taken);
  }

  private times({ timeZone }: Pick<ImportAccount, 'timeZone'>, shiftDays = 0, taken = this.taken): TimeReader {
    return new TimeReader({ format: this.mapping.dateFormat, timeZone, shiftDays, taken });
  }

  private mapper(file: CsvFile, times: TimeReader): RowMapper {
    return new RowMapper(this.mapping, file.heading, times);
  }

  private progress(title: string, total: number | null, unit: string): Progress {
    return new Progress(this.surroundings.output, title, total, unit, () => this.surroundings.now());
  }
}
