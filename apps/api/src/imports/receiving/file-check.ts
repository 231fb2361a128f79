import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { mappingOf } from '../import-mappings.js';
import { checkHeading, HeadingError } from '../mapping/row-reader.js';
import { CsvError } from '../reading/csv-file.js';
import { readStoredCsv } from '../stored-csv.js';
import type { ImportKey } from './import-chunks.query.js';
import type { ImportOptions } from './import-options.js';

/** Looks at the beginning of a file that has arrived, so that a wrong one is refused at once. */
@Injectable()
export class FileCheck {
  constructor(private readonly database: Database) {}

  /** @throws Problem `validation_failed` that points at the file */
  async check(key: ImportKey, { format, mapping: document, encoding }: ImportOptions): Promise<void> {
    const mapping = mappingOf(format, document);
    try {
      await readStoredCsv(this.database, key, { delimiter: mapping.delimiter, encoding }, async ({ heading, rows }) => {
        checkHeading(mapping, heading);
        if ((await rows.next()).done) throw new CsvError('it has a heading and no rows');
      });
    } catch (error) {
      throw fileProblem(error);
    }
  }
}

/** The same failure as a problem, where it is the file's. */
export function fileProblem(error: unknown): unknown {
  if (!(error instanceof CsvError || error instanceof HeadingError)) return error;
  return Problem.invalid('/file', `The file cannot be imported: ${error.message}.`);
}
