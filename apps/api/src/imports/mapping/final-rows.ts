import type { CsvRow } from '../reading/csv-file.js';
import type { MappedRow, RowMapper } from './row-mapper.js';
import { RowRejection } from './row-rejection.js';

interface Located {
  /** Physical line of the file. */
  line: number;
  reference: string | null;
}

/** What became of the last row of a reference, or of a row without one. */
export type FinalRow = Located & ({ mapped: MappedRow } | { rejection: RowRejection });

/** The second reading: the final row of every session of the file, mapped, in the order of the file. */
export async function* finalRows(
  rows: AsyncIterable<CsvRow>,
  survey: { finalRows: ReadonlyMap<string, { row: number }> },
  mapper: RowMapper,
): AsyncGenerator<FinalRow> {
  let ordinal = 0;
  for await (const { line, cells } of rows) {
    const reference = mapper.reference(cells);
    if (reference === null || survey.finalRows.get(reference)?.row === ordinal) {
      yield { line, reference, ...mapOrReject(mapper, cells) };
    }
    ordinal += 1;
  }
}

function mapOrReject(mapper: RowMapper, cells: readonly string[]): { mapped: MappedRow } | { rejection: RowRejection } {
  try {
    return { mapped: mapper.map(cells) };
  } catch (error) {
    if (error instanceof RowRejection) return { rejection: error };
    throw error;
  }
}
