import type { ImportMappingDto } from '@flowpilot/contracts';
import { IMPORT_FORMATS, type ImportFormat } from '@flowpilot/metrics';

import { Problem } from '../http/problem.js';
import type { ImportMapping } from './mapping/import-mapping.js';
import { MappingError } from './mapping/json-part.js';
import { readMapping } from './mapping/mapping-document.js';
import { SERVICENOW_MAPPING } from './mapping/servicenow.mapping.js';

/** The mapping of an import: that of its format, or the document that came with it. */
export function mappingOf(format: ImportFormat, document: ImportMappingDto | null): ImportMapping {
  return format === 'servicenow' ? SERVICENOW_MAPPING : readMapping(document);
}

/** @throws Problem `validation_failed` that points into the document */
export function documentOf(text: string): ImportMappingDto {
  const document = parsed(text);
  try {
    readMapping(document);
  } catch (error) {
    if (error instanceof MappingError) throw Problem.invalid(`/mapping${error.pointer}`, error.message);
    throw error;
  }
  return document as ImportMappingDto;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw Problem.invalid('/mapping', 'mapping is not JSON');
  }
}

/** @throws Problem `validation_failed` */
export function formatNamed(name: string | undefined): ImportFormat {
  const format = IMPORT_FORMATS.find((known) => known === name);
  if (format === undefined) throw Problem.invalid('/format', `format must be one of ${IMPORT_FORMATS.join(', ')}`);
  return format;
}
