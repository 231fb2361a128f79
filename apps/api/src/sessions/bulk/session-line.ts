import { MAX_LINE_BYTES, SessionLineDto } from '@flowpilot/contracts';

import { Problem } from '../../http/problem.js';
import { isStorable } from '../../http/storable-text.js';
import { type GivenSession, givenSession } from '../recording/given-session.js';
import { CompiledValidator } from './compiled-validator.js';
import type { Line } from './line-splitter.js';

const validator = new CompiledValidator(SessionLineDto);

const FAULTS = {
  too_long: new Problem('payload_too_large', `The line is longer than ${MAX_LINE_BYTES} bytes.`),
  not_utf8: new Problem('malformed_request', 'The line is not valid UTF-8.'),
} as const;

/**
 * The session that a line gives.
 *
 * @throws Problem `malformed_request`, `payload_too_large` or `validation_failed`
 */
export function sessionOfLine(line: Line): GivenSession {
  if ('fault' in line) throw FAULTS[line.fault];
  const value = parsed(line.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Problem('validation_failed', 'The line must be a JSON object.');
  }
  if (!validator.accepts(value)) throw new Problem('validation_failed', validator.faultOf(value));
  // Only an escape can spell what cannot be stored: the bytes are valid UTF-8, and raw NUL is not JSON.
  if (line.text.includes('\\u')) refuseUnstorable(value);
  return givenSession(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed_request', 'The line is not valid JSON, or was cut off.');
  }
}

function refuseUnstorable(value: object): void {
  for (const [field, text] of Object.entries(value)) {
    if (typeof text === 'string' && !isStorable(text)) {
      throw new Problem('validation_failed', `${field} must not hold NUL characters or lone surrogates`);
    }
  }
}
