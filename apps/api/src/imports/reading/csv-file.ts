import { pipeline, Readable } from 'node:stream';

import { type InfoRecord, parse } from 'csv-parse';

import { fileContent } from './file-content.js';

/** Longer rows come of a quotation mark that is never closed; they would fill the memory. */
const LONGEST_ROW_BYTES = 1_000_000;

export interface CsvRow {
  /** Physical line of the file on which the row begins, from 1. */
  line: number;
  cells: readonly string[];
}

export interface CsvFile {
  heading: readonly string[];
  /** Read once, as it is consumed; returning it closes the file. */
  rows: AsyncGenerator<CsvRow>;
}

export interface CsvFormat {
  delimiter: string;
  /** A label of the Encoding Standard, as `utf-8` or `windows-1252`. */
  encoding: string;
}

/** The file is no CSV, or a damaged one: a sentence about it, without its name. */
export class CsvError extends Error {}

/** Opens a file and reads its heading. Rows stream; memory does not grow with the file. */
export function openCsv(path: string, format: CsvFormat): Promise<CsvFile> {
  return readCsv(fileContent(path), format);
}

/** As `openCsv`, of unpacked bytes. Returning the rows ends the bytes. */
export async function readCsv(bytes: AsyncIterable<Uint8Array>, format: CsvFormat): Promise<CsvFile> {
  const rows = readRows(bytes, format);
  const first = await rows.next();
  if (first.done) throw new CsvError('it is empty');
  return { heading: first.value.cells.map((cell) => cell.trim()), rows };
}

interface ParsedRecord {
  record: string[];
  info: InfoRecord;
}

async function* readRows(bytes: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: format.delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW_BYTES,
  });
  // An error of either reaches the reader of the parser, which pipeline destroys with it.
  pipeline(Readable.from(decoded(bytes, format.encoding)), parser, () => undefined);
  let quotedCrLf = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      const breaks = lineBreaks(record);
      quotedCrLf += breaks.crLf;
      // The parser counts a quoted CR LF as two lines, and says on which line a row ends.
      yield { line: info.lines - quotedCrLf - breaks.all, cells: record };
    }
  } catch (error) {
    throw readable(error, format.encoding);
  }
}

function lineBreaks(cells: readonly string[]): { all: number; crLf: number } {
  let [all, crLf] = [0, 0];
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    for (const [found] of cell.matchAll(/\r\n|\n|\r/g)) {
      all += 1;
      if (found.length === 2) crLf += 1;
    }
  }
  return { all, crLf };
}

async function* decoded(source: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of source) yield text(decoder.decode(bytes, { stream: true }));
  yield text(decoder.decode());
}

function text(decodedText: string): string {
  if (decodedText.includes('\0')) throw new CsvError('it is not a CSV file: it holds binary data');
  return decodedText;
}

/** What a person can act on; anything else stays as it is. */
function readable(error: unknown, encoding: string): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  switch (error.code) {
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return new CsvError(`it is not a CSV file, or its text is not ${encoding}: name its encoding, as windows-1252`);
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new CsvError(`a quotation mark is never closed (noticed at line ${'lines' in error ? String(error.lines) : '?'})`);
    case 'Z_BUF_ERROR':
    case 'Z_DATA_ERROR':
      return new CsvError('its compressed content is damaged or cut off');
    default:
      return error;
  }
}
