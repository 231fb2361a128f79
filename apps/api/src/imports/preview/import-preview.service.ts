import { Injectable } from '@nestjs/common';

import type { ImportColumnDto, ImportMappingDto, ImportPreviewDto, ImportPreviewRowDto } from '@flowpilot/contracts';
import { type ImportFormat, REQUIRED_IMPORT_TARGETS } from '@flowpilot/metrics';

import { AccountService } from '../../accounts/index.js';
import type { Actor } from '../../auth/index.js';
import { mappingOf } from '../import-mappings.js';
import { RowMapper } from '../mapping/row-mapper.js';
import { TimeReader } from '../mapping/time-reader.js';
import { type CsvRow, readCsv } from '../reading/csv-file.js';
import { fileProblem } from '../receiving/file-check.js';
import { fileHead, once } from './file-head.js';
import { delimiterOf, encodingOfBytes } from './file-notation.js';
import { previewForm, type PreviewRequest } from './preview-form.js';
import { previewRow } from './preview-row.js';
import { suggestedFormat, suggestedMapping } from './suggested-mapping.js';

const ROWS_SHOWN = 5;
const SAMPLES = 30;
const LONGEST_SAMPLE = 200;

/** Tells what stands at the beginning of a file, and what would come of it. Keeps nothing. */
@Injectable()
export class ImportPreviewService {
  constructor(private readonly accounts: AccountService) {}

  /** @throws Problem `validation_failed` with a pointer, and as `readForm` */
  async preview({ accountId }: Actor, body: unknown, contentType: string | undefined): Promise<ImportPreviewDto> {
    const request = await previewForm(body, contentType);
    const { time_zone: timeZone } = await this.accounts.get(accountId);
    try {
      return await previewOf(request, timeZone);
    } catch (error) {
      throw fileProblem(error);
    }
  }
}

async function previewOf(request: PreviewRequest, timeZone: string): Promise<ImportPreviewDto> {
  const head = await fileHead(request.sent);
  const encoding = request.encoding ?? encodingOfBytes(head);
  const delimiter = request.mapping?.delimiter ?? delimiterOf(head, encoding);
  const { heading, rows } = await readCsv(once(head), { delimiter, encoding });
  const read: CsvRow[] = [];
  for await (const row of rows) read.push(row);
  const columns = heading.map((name, index) => ({ name, samples: samplesOf(read, index) }));
  const format = request.format ?? (request.mapping ? 'csv' : suggestedFormat(heading));
  const mapping = format === 'servicenow' ? null : (request.mapping ?? suggestedMapping(columns, delimiter));
  const shown = { encoding, delimiter, columns, format, mapping, time_zone: timeZone };
  return { ...shown, rows: isWhole(format, mapping) ? rowsOf(shown, read.slice(0, ROWS_SHOWN)) : [] };
}

function samplesOf(rows: readonly CsvRow[], index: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index]?.trim().slice(0, LONGEST_SAMPLE) ?? '';
    if (cell !== '') samples.add(cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

function isWhole(format: ImportFormat, mapping: ImportMappingDto | null): boolean {
  return format === 'servicenow' || REQUIRED_IMPORT_TARGETS.every((target) => mapping?.columns[target] !== undefined);
}

interface Seen {
  columns: readonly ImportColumnDto[];
  format: ImportFormat;
  mapping: ImportMappingDto | null;
  time_zone: string;
}

function rowsOf({ columns, format, mapping: document, time_zone: timeZone }: Seen, rows: readonly CsvRow[]): ImportPreviewRowDto[] {
  const mapping = mappingOf(format, document);
  const times = new TimeReader({ format: mapping.dateFormat, timeZone });
  const mapper = new RowMapper(mapping, columns.map(({ name }) => name), times);
  return rows.map((row) => previewRow(row, mapper));
}
