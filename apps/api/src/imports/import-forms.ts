import type { ApiBodyOptions } from '@nestjs/swagger';

import { IMPORT_FORMATS } from '@flowpilot/metrics';

const FILE = { type: 'string', format: 'binary', description: 'A .csv or .csv.gz.' } as const;
const FORMAT = { type: 'string', enum: [...IMPORT_FORMATS] };
const MAPPING = { type: 'string', description: 'JSON (ImportMappingDto); of the format csv only.' } as const;
const ENCODING = { type: 'string', description: 'Of the file, as windows-1252; utf-8 when omitted.' } as const;
const SWITCH = { type: 'string', enum: ['true', 'false'], default: 'false' };

/** The form of `POST /imports`, for its description. */
export const IMPORT_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file', 'format'],
    properties: {
      file: FILE,
      format: FORMAT,
      mapping: MAPPING,
      encoding: ENCODING,
      dry_run: { ...SWITCH, description: 'Only tell what would happen; it can be started afterwards.' },
      shift_to_today: { ...SWITCH, description: 'Move all times by whole days, so that the newest falls on yesterday.' },
    },
  },
};

/** The form of `POST /imports/preview`. */
export const PREVIEW_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { ...FILE, description: 'The beginning of a .csv or .csv.gz is enough: 256 KB are read.' },
      format: { ...FORMAT, description: 'Suggested when omitted.' },
      mapping: MAPPING,
      encoding: { ...ENCODING, description: 'Found out when omitted.' },
    },
  },
};
