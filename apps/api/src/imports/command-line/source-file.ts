import { readFile } from 'node:fs/promises';

import type { ImportMapping } from '../mapping/import-mapping.js';
import { MappingError } from '../mapping/json-part.js';
import { readMapping } from '../mapping/mapping-document.js';
import { HeadingError } from '../mapping/row-reader.js';
import { SERVICENOW_MAPPING } from '../mapping/servicenow.mapping.js';
import { CsvError } from '../reading/csv-file.js';
import { ImportFailure } from './import-failure.js';

/** The mapping of a request: the built-in one, or what stands in its file. */
export async function loadMapping(mappingFile: string | null): Promise<ImportMapping> {
  if (mappingFile === null) return SERVICENOW_MAPPING;
  return namingFile(mappingFile, async () => readMapping(JSON.parse(await readFile(mappingFile, 'utf8'))), 'used as a mapping');
}

/** Runs work that reads a file, and says of which file a failure speaks. */
export async function namingFile<T>(file: string, work: () => Promise<T>, purpose = 'imported'): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const complaint = complaintOf(error);
    throw complaint === null ? error : new ImportFailure(`${file} cannot be ${purpose}: ${complaint}.`);
  }
}

function complaintOf(error: unknown): string | null {
  if (error instanceof CsvError || error instanceof HeadingError || error instanceof MappingError) return error.message;
  if (error instanceof SyntaxError) return `it is not JSON (${error.message})`;
  switch (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'you may not read it';
    default:
      return null;
  }
}
