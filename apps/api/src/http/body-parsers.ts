import type { FastifyInstance } from 'fastify';

import { Problem } from './problem.js';

/** Newline-delimited JSON: handed on as the stream that arrives, whatever its length. */
export const NDJSON = 'application/x-ndjson';

/** A form with a file: handed on as the stream that arrives, to be read by the route that takes it. */
export const MULTIPART = 'multipart/form-data';

/** The media types that the product takes, and no other. */
export function registerBodyParsers(instance: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parseJson = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined); // Clients name the type even where they send nothing.
      return;
    }
    try {
      void parseJson(request, utf8.decode(Buffer.from(body)), done);
    } catch {
      done(new Problem('malformed_request', 'The body is not valid UTF-8.'));
    }
  });
  instance.addContentTypeParser([NDJSON, MULTIPART], (_request, payload, done) => done(null, payload));
}
