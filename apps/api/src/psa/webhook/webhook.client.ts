import { randomUUID } from 'node:crypto';

import { MAX_REFERENCE_LENGTH } from '@flowpilot/contracts';

import type { ClientOptions } from '../provider/psa-connection.js';
import { type Exchange, failureOfAnswer, failureOfTransport } from '../provider/http-failure.js';
import { PsaError } from '../provider/psa-error.js';
import type { IncomingMessage, PsaClient, PsaHint, RightCheck, WriteGate } from '../provider/psa-provider.js';
import type { NoteToPost, PostedEntry, StatusToSet, TimeToPost } from '../provider/psa-work.js';
import { isSignedWith, webhookSignature } from './webhook-signature.js';

export interface WebhookConnection {
  baseUrl: string;
  signingSecret: string;
}

const TOLERANCE_SECONDS = 300;
/** Halves of characters, and NUL. */
const NOT_STORED = /[\0\p{Surrogate}]/u;

/**
 * Posts each push as signed JSON to one address. The receiver drops an `Idempotency-Key` that it has seen, so a
 * push whose outcome is unknown is simply posted again.
 */
export class WebhookClient implements PsaClient {
  constructor(
    private readonly connection: WebhookConnection,
    private readonly options: ClientOptions,
  ) {}

  async testConnection(): Promise<RightCheck[]> {
    const right = 'Receive a signed test message';
    try {
      await this.post(randomUUID(), { kind: 'test' });
      return [{ right, ok: true, message: null }];
    } catch (error) {
      if (!(error instanceof PsaError)) throw error;
      return [{ right, ok: false, message: error.message }];
    }
  }

  async postNote(note: NoteToPost, gate: WriteGate): Promise<PostedEntry> {
    const { id, kind, ticketId, text, internal } = note;
    await gate();
    const answer = await this.post(id, { kind, ticket_id: ticketId, text, internal });
    return { entryId: entryIdOf(answer) ?? id, hours: null };
  }

  async postTimeEntry(entry: TimeToPost, gate: WriteGate): Promise<PostedEntry> {
    const { id, kind, ticketId, hours, startedAt, notes, billable } = entry;
    await gate();
    const body = { kind, ticket_id: ticketId, hours, started_at: startedAt.toISOString(), notes, billable };
    const answer = await this.post(id, body);
    const kept: unknown = Reflect.get(answer, 'hours');
    return { entryId: entryIdOf(answer) ?? id, hours: typeof kept === 'number' ? kept : null };
  }

  async setStatus(change: StatusToSet, gate: WriteGate): Promise<PostedEntry> {
    const { id, kind, ticketId, status } = change;
    await gate();
    await this.post(id, { kind, ticket_id: ticketId, status });
    return { entryId: null, hours: null };
  }

  findPosted(): Promise<null> {
    return Promise.resolve(null);
  }

  listTimeEntriesSince(): never {
    throw unable('list time entries');
  }

  readTimeEntries(): Promise<never> {
    return Promise.reject(unable('list time entries'));
  }

  listMembers(): Promise<never> {
    return Promise.reject(unable('list members'));
  }

  listStatuses(): Promise<never> {
    return Promise.reject(unable('list statuses'));
  }

  /** Signed by the receiver as the product signs: `{"record": "time_entry" | "ticket", "id": "…"}`. */
  verifyWebhook({ headers, rawBody }: IncomingMessage): Promise<PsaHint | null> {
    const signature = headers['x-flowpilot-signature'] ?? '';
    const fresh = { now: this.options.now(), toleranceSeconds: TOLERANCE_SECONDS };
    if (!isSignedWith(this.connection.signingSecret, signature, rawBody, fresh)) return Promise.resolve(null);
    const hint = parse(rawBody.toString('utf8'));
    const [record, id] = [Reflect.get(hint, 'record') as unknown, Reflect.get(hint, 'id') as unknown];
    const known = (record === 'time_entry' || record === 'ticket') && typeof id === 'string';
    return Promise.resolve(known ? { record, id } : null);
  }

  private async post(id: string, fields: Record<string, unknown>): Promise<object> {
    const body = JSON.stringify({ id, ...fields });
    const { baseUrl, signingSecret } = this.connection;
    const exchange: Exchange = {
      peer: 'The receiver',
      writes: true,
      redact: (text) => text.replaceAll(signingSecret, '•••'),
    };
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      'x-flowpilot-signature': webhookSignature(signingSecret, body, this.options.now()),
    };
    try {
      const signal = AbortSignal.timeout(this.options.timeoutMs);
      const answer = await this.options.transport(baseUrl, { method: 'POST', headers, body, signal });
      const text = await answer.text();
      if (answer.status < 200 || answer.status >= 300) throw failureOfAnswer(answer, text, exchange);
      return parse(text);
    } catch (error) {
      throw error instanceof PsaError ? error : failureOfTransport(error, exchange);
    }
  }
}

/** The receiver may name the entry; any other body, or none, is a plain yes. */
function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** An id that the database cannot hold is none: the entry was stored all the same. */
function entryIdOf(answer: object): string | null {
  const value: unknown = Reflect.get(answer, 'id');
  const id = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return id === '' || id.length > MAX_REFERENCE_LENGTH || NOT_STORED.test(id) ? null : id;
}

function unable(what: string): PsaError {
  return new PsaError('validation', `A webhook cannot ${what}.`);
}
