import { IMPORT_PREVIEW_BYTES, type ImportMappingDto } from '@flowpilot/contracts';
import type { ImportFormat } from '@flowpilot/metrics';

import { type FormFile, readForm } from '../../http/multipart-form.js';
import { Problem } from '../../http/problem.js';
import { documentOf, formatNamed } from '../import-mappings.js';
import { encodingOf } from '../receiving/import-options.js';

const FIELDS = ['format', 'mapping', 'encoding'];

/** What a preview is asked for; null is to be found out. */
export interface PreviewRequest {
  /** The beginning of the file as it was sent. */
  sent: Buffer;
  format: ImportFormat | null;
  mapping: ImportMappingDto | null;
  encoding: string | null;
}

/** @throws Problem as `readForm`, and `validation_failed` with a pointer */
export async function previewForm(body: unknown, contentType: string | undefined): Promise<PreviewRequest> {
  const pieces: Uint8Array[] = [];
  const take = async ({ bytes }: FormFile) => {
    for await (const piece of bytes) pieces.push(piece);
  };
  const fields = await readForm(body, contentType, { field: 'file', maxBytes: IMPORT_PREVIEW_BYTES, cutsOff: true, take });
  for (const name of fields.keys()) {
    if (!FIELDS.includes(name)) throw Problem.invalid(`/${name}`, `${name} is not a known field`);
  }
  const [format, mapping, encoding] = FIELDS.map((name) => fields.get(name));
  return {
    sent: Buffer.concat(pieces),
    format: format === undefined ? null : formatNamed(format),
    mapping: mapping === undefined ? null : documentOf(mapping),
    encoding: encoding === undefined ? null : encodingOf(encoding),
  };
}
