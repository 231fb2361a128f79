import { PsaError } from '../provider/psa-error.js';
import { forbiddenAddress, neverReached, type TransportResponse } from '../transport/transport.js';

const LONGEST_MESSAGE = 300;
const LONGEST_WAIT_MS = 3_600_000;

/** Text of ConnectWise with the connection's secrets taken out. */
export type Redact = (text: string) => string;

/** What an answer that is not a success means. `writes`: whether the request would have stored something. */
export function failureOfAnswer(
  answer: Pick<TransportResponse, 'status' | 'headers'>,
  body: string,
  writes: boolean,
  redact: Redact,
): PsaError {
  const { status } = answer;
  const said = saidBy(body, redact);
  if (status === 401) return new PsaError('permission', `ConnectWise does not accept the company, the keys or the client id${said}`);
  if (status === 403) return new PsaError('permission', `ConnectWise does not allow this to the key${said}`);
  if (status === 404) return new PsaError('not_found', `ConnectWise has no such record${said}`);
  if (status === 409) return new PsaError('conflict', `The record is in use in ConnectWise${said}`);
  if (status === 429) return new PsaError('retryable', 'ConnectWise asks to wait.', retryAfter(answer));
  if (status >= 500) return failedServer(status, writes, retryAfter(answer));
  if (status >= 300 && status < 400) {
    return new PsaError('validation', 'The address leads elsewhere; it must be the address of ConnectWise itself.');
  }
  return new PsaError('validation', `ConnectWise refuses the data${said}`);
}

/** A failing server may have stored the entry before it failed, so after a write nothing is certain. */
function failedServer(status: number, writes: boolean, retryAfterMs: number | undefined): PsaError {
  return writes
    ? new PsaError('unknown_outcome', `ConnectWise failed (${status}); it is not known whether it stored the entry.`, retryAfterMs)
    : new PsaError('retryable', `ConnectWise failed (${status}).`, retryAfterMs);
}

/** What a request without a readable answer means. */
export function failureOfTransport(error: unknown, writes: boolean): PsaError {
  const forbidden = forbiddenAddress(error);
  if (forbidden) return new PsaError('validation', forbidden.message);
  if (neverReached(error)) return new PsaError('retryable', 'ConnectWise could not be reached.');
  return writes
    ? new PsaError('unknown_outcome', 'ConnectWise did not answer; it is not known whether it stored the entry.')
    : new PsaError('retryable', 'ConnectWise did not answer.');
}

/** `: the messages of the fields, or the message`, or a full stop when ConnectWise said nothing readable. */
function saidBy(body: string, redact: Redact): string {
  const answer = parse(body);
  const errors: unknown = Reflect.get(answer, 'errors');
  const fields = Array.isArray(errors) ? errors.map(messageOf).filter((message) => message !== '') : [];
  const said = fields.length > 0 ? fields.join(' ') : messageOf(answer);
  return said === '' ? '.' : `: ${redact(said).slice(0, LONGEST_MESSAGE)}`;
}

function messageOf(value: unknown): string {
  const message: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'message') : undefined;
  return typeof message === 'string' ? message.trim() : '';
}

/** An HTML page of a web server in between says nothing that helps. */
function parse(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function retryAfter(answer: Pick<TransportResponse, 'headers'>): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : undefined;
}
