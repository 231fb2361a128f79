import type { ImportMappingDto } from '@flowpilot/contracts';
import type { ImportFormat } from '@flowpilot/metrics';

import { Problem } from '../../http/problem.js';
import { isStorable } from '../../http/storable-text.js';
import { documentOf, formatNamed } from '../import-mappings.js';

/** What a form says beside its file. */
export interface ImportOptions {
  format: ImportFormat;
  /** Null for a format whose mapping is built in. */
  mapping: ImportMappingDto | null;
  /** A label of the Encoding Standard. */
  encoding: string;
  dryRun: boolean;
  shiftToToday: boolean;
}

const FIELDS = ['format', 'mapping', 'encoding', 'dry_run', 'shift_to_today'];

type Fields = ReadonlyMap<string, string>;

/** @throws Problem `validation_failed` with a pointer to the field, or into the mapping */
export function importOptions(fields: Fields): ImportOptions {
  for (const [name, value] of fields) {
    if (!FIELDS.includes(name)) throw Problem.invalid(`/${name}`, `${name} is not a known field`);
    if (!isStorable(value)) throw Problem.invalid(`/${name}`, `${name} must not hold NUL characters or lone surrogates`);
  }
  const format = formatNamed(fields.get('format'));
  return {
    format,
    mapping: mappingGiven(fields, format),
    encoding: encodingOf(fields.get('encoding') ?? 'utf-8'),
    dryRun: isTrue(fields, 'dry_run'),
    shiftToToday: isTrue(fields, 'shift_to_today'),
  };
}

function mappingGiven(fields: Fields, format: ImportFormat): ImportMappingDto | null {
  const text = fields.get('mapping');
  if (format === 'csv') {
    if (text === undefined) throw Problem.invalid('/mapping', 'mapping is required for the format csv');
    return documentOf(text);
  }
  if (text !== undefined) throw Problem.invalid('/mapping', `mapping is built in for the format ${format}`);
  return null;
}

/** @throws Problem `validation_failed` */
export function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw Problem.invalid('/encoding', 'encoding is not known; try utf-8 or windows-1252');
  }
}

function isTrue(fields: Fields, name: string): boolean {
  const value = fields.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw Problem.invalid(`/${name}`, `${name} must be true or false`);
  return value === 'true';
}
