import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

import { MULTIPART } from './body-parsers.js';
import { Problem } from './problem.js';

const MAX_FIELDS = 10;
const MAX_FIELD_BYTES = 64 * 1024;

export interface FormFile {
  name: string;
  /** To be read to its end. */
  bytes: AsyncIterable<Uint8Array>;
}

/** What is done with the one file of a form while it arrives. */
export interface FormReader {
  /** The field that holds the file. */
  field: string;
  maxBytes: number;
  /** A larger file ends at `maxBytes` as though it were over, instead of being refused. */
  cutsOff?: boolean;
  take(file: FormFile): Promise<void>;
}

/**
 * Reads a form that holds one file and some texts, as it arrives: memory does not grow with the file. Answers the
 * texts by their fields. A failure is told at once; what still arrives is thrown away, so that the answer gets through.
 *
 * @throws Problem `unsupported_media_type`, `malformed_request`, `payload_too_large`, `validation_failed`
 */
export function readForm(
  body: unknown,
  contentType: string | undefined,
  reader: FormReader,
): Promise<ReadonlyMap<string, string>> {
  if (!(body instanceof Readable) || !contentType?.startsWith(MULTIPART)) {
    throw new Problem('unsupported_media_type', `The body must be ${MULTIPART}.`);
  }
  const form = openForm(contentType, reader.maxBytes);
  return new FormReading(form, reader).read(body);
}

function openForm(contentType: string, maxBytes: number): BusboyInstance {
  const limits = { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, files: 2, parts: MAX_FIELDS + 2, fileSize: maxBytes };
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    throw new Problem('malformed_request', 'The form names no boundary.');
  }
}

class FormReading {
  private readonly fields = new Map<string, string>();
  private taking: Promise<void> | null = null;

  constructor(
    private readonly form: BusboyInstance,
    private readonly reader: FormReader,
  ) {}

  async read(body: Readable): Promise<ReadonlyMap<string, string>> {
    const refusal = new AbortController();
    this.form.on('field', (name, value, _nameIsCut, valueIsCut) => {
      this.fields.set(name, value);
      if (valueIsCut) refusal.abort(new Problem('payload_too_large', `${name} is longer than ${MAX_FIELD_BYTES} bytes.`));
    });
    this.form.on('file', (field, stream, name) => {
      this.take(field, stream, name).catch((error: unknown) => {
        stream.resume();
        refusal.abort(error);
      });
    });
    const refused = once(refusal.signal, 'abort').then(() => refusal.signal.throwIfAborted());
    const arrived = pipeline(body, this.form).catch(brokenOff);
    await Promise.race([refused, arrived.then(() => this.finished())]);
    return this.fields;
  }

  private async take(field: string, stream: BusboyFileStream, name: string): Promise<void> {
    stream.on('error', () => undefined); // Whoever reads it hears of it.
    if (field !== this.reader.field || this.taking) throw Problem.invalid(`/${field}`, `${field} is not a known file`);
    this.taking = this.reader.take({ name, bytes: whole(stream, this.reader) });
    await this.taking;
  }

  private async finished(): Promise<void> {
    const { field } = this.reader;
    if (!this.taking) throw Problem.invalid(`/${field}`, `${field} is missing: send the file under this name`);
    await this.taking;
  }
}

async function* whole(stream: BusboyFileStream, { maxBytes, cutsOff }: FormReader): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream) yield piece;
  } catch {
    brokenOff();
  }
  if (stream.truncated && cutsOff !== true) {
    throw new Problem('payload_too_large', `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  }
}

function brokenOff(): never {
  throw new Problem('malformed_request', 'The upload broke off.');
}
