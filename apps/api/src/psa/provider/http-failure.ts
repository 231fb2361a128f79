import { forbiddenAddress, neverReached, type TransportResponse } from '../transport/transport.js';
import { PsaError } from './psa-error.js';

const LONGEST_MESSAGE = 300;
const LONGEST_WAIT_MS = 3_600_000;

export interface Exchange {
  /** Who was asked, as a message begins: `ConnectWise`. */
  peer: string;
  /** Whether the request would have stored something. */
  writes: boolean;
  /** Takes the connection's secrets out of a text of the peer. */
  redact: (text: string) => string;
}

type Answer = Pick<TransportResponse, 'status' | 'headers'>;

/** What an answer that is not a success means. */
export function failureOfAnswer(answer: Answer, body: string, exchange: Exchange): PsaError {
  const { status } = answer;
  const { peer } = exchange;
  const said = saidBy(body, exchange);
  if (status === 401) return new PsaError('permission', `${peer} does not accept the credentials${said}`);
  if (status === 403) return new PsaError('permission', `${peer} does not allow this to the key${said}`);
  if (status === 404) return new PsaError('not_found', `${peer} has no such record${said}`);
  if (status === 409) return new PsaError('conflict', `The record is in use, says ${peer}${said}`);
  if (status === 429) return new PsaError('retryable', `${peer} asks to wait.`, retryAfter(answer));
  if (status >= 500) return failedServer(answer, exchange);
  if (status >= 300 && status < 400) {
    return new PsaError('validation', `The address leads elsewhere (${status}); redirects are not followed.`);
  }
  return new PsaError('validation', `${peer} refuses the data${said}`);
}

/** A failing server may have stored the entry before it failed, so after a write nothing is certain. */
function failedServer(answer: Answer, { peer, writes }: Exchange): PsaError {
  const failed = `${peer} failed (${answer.status})`;
  return writes
    ? new PsaError('unknown_outcome', `${failed}; it is not known whether it stored the entry.`, retryAfter(answer))
    : new PsaError('retryable', `${failed}.`, retryAfter(answer));
}

/** What a request without a readable answer means. */
export function failureOfTransport(error: unknown, { peer, writes }: Exchange): PsaError {
  const forbidden = forbiddenAddress(error);
  if (forbidden) return new PsaError('validation', forbidden.message);
  if (neverReached(error)) return new PsaError('retryable', `${peer} could not be reached.`);
  return writes
    ? new PsaError('unknown_outcome', `${peer} did not answer; it is not known whether it stored the entry.`)
    : new PsaError('retryable', `${peer} did not answer.`);
}

/** `: the messages of the fields, or the message`, or a full stop when the peer said nothing readable. */
function saidBy(body: string, { redact }: Exchange): string {
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

function retryAfter(answer: Answer): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : undefined;
}
