import { Readable } from 'node:stream';

import type { TestRequest } from './application.js';

const BOUNDARY = 'a-boundary-that-no-file-holds';

export interface ImportForm {
  file?: Buffer | string;
  fileName?: string;
  format?: string;
  /** A text is sent as it is. */
  mapping?: object | string;
  encoding?: string;
  dry_run?: string;
  shift_to_today?: string;
  /** No field of the form. */
  dryrun?: string;
}

/** The form of an import as a browser would send it. */
export function importRequest({ file, fileName = 'file.csv', mapping, ...fields }: ImportForm, url = '/imports'): TestRequest {
  const texts = { ...fields, ...(mapping !== undefined && { mapping: typeof mapping === 'string' ? mapping : JSON.stringify(mapping) }) };
  const parts = Object.entries(texts).map(([name, value]) => part(`name="${name}"`, value));
  if (file !== undefined) parts.push(part(`name="file"; filename="${fileName}"`, file, 'text/csv'));
  return formRequest(Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]), url);
}

/** A request whose body is a form, whole or not. */
export function formRequest(body: Buffer, url = '/imports'): TestRequest {
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  return { method: 'POST', url, payload: Readable.from([body], { objectMode: false }), headers };
}

function part(disposition: string, content: Buffer | string, type?: string): Buffer {
  const heading = `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const typed = type === undefined ? heading : `${heading}content-type: ${type}\r\n`;
  return Buffer.concat([Buffer.from(`${typed}\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
}
