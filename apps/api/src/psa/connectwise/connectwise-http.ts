import { setTimeout as sleep } from 'node:timers/promises';

import { type Exchange, failureOfAnswer, failureOfTransport } from '../provider/http-failure.js';
import { PsaError } from '../provider/psa-error.js';
import type { WriteGate } from '../provider/psa-provider.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import { RequestPace } from './request-pace.js';

/** Pinned: a newer version of the API is taken up by choice. */
const ACCEPT = 'application/vnd.connectwise.com+json; version=2025.16';
const CODEBASE = /^[A-Za-z0-9._-]+$/;
const READ_ATTEMPTS = 3;
/** Changes of the codebase that one request follows. */
const MOST_MOVES = 3;
const LONGEST_READ_WAIT_MS = 5000;

export interface ConnectWiseRequest {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/apis/3.0`, with its query. */
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export interface ConnectWiseAnswer {
  body: unknown;
  headers: TransportResponse['headers'];
}

/** Requests to one company's ConnectWise: addresses, headers, time-outs, and what its answers mean. */
export class ConnectWiseHttp {
  private codebase: string | null = null;
  private readonly pace: RequestPace;
  private readonly authorization: string;

  constructor(
    private readonly connection: ConnectWiseConnection,
    private readonly transport: Transport,
    private readonly timeoutMs: number,
  ) {
    const { company, publicKey, privateKey } = connection;
    this.authorization = Buffer.from(`${company}+${publicKey}:${privateKey}`).toString('base64');
    this.pace = new RequestPace(connection.requestsPerMinute);
  }

  /** Reads may be repeated at once: a moment's trouble is waited out here. */
  async read(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ConnectWiseAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.request({ method: 'GET', path, headers });
      } catch (error) {
        const wait = error instanceof PsaError ? (error.retryAfterMs ?? 100 * 2 ** attempt) : 0;
        const passing = error instanceof PsaError && error.kind === 'retryable' && wait <= LONGEST_READ_WAIT_MS;
        if (!passing || attempt === READ_ATTEMPTS) throw error;
        await sleep(wait);
      }
    }
  }

  write(method: 'POST' | 'PATCH', path: string, body: unknown, gate: WriteGate): Promise<ConnectWiseAnswer> {
    return this.request({ method, path, body }, gate);
  }

  /** An address that ConnectWise itself named, asked without our keys. The caller has judged whose it is. */
  async readKey(url: string): Promise<unknown> {
    const { pathname, search } = new URL(url);
    const { body } = await this.exchange(`${pathname}${search}`, 'GET', { headers: { accept: 'application/json' } });
    return body;
  }

  /**
   * The codebase of a company changes on upgrades: after a 404 it is read again, and only when it is still the same is
   * it the record that does not exist. A company that keeps moving is asked later.
   */
  private async request(request: ConnectWiseRequest, gate?: WriteGate): Promise<ConnectWiseAnswer> {
    let codebase = (this.codebase ??= await this.readCodebase());
    for (let moves = 0; moves <= MOST_MOVES; moves += 1) {
      try {
        return await this.send(codebase, request, gate);
      } catch (error) {
        if (!(error instanceof PsaError) || error.kind !== 'not_found') throw error;
        const present = await this.readCodebase();
        if (present === codebase) throw error;
        codebase = this.codebase = present;
      }
    }
    throw new PsaError('retryable', 'ConnectWise is being upgraded.');
  }

  private async send(codebase: string, request: ConnectWiseRequest, gate?: WriteGate): Promise<ConnectWiseAnswer> {
    await this.pace.turn();
    await gate?.();
    return this.exchange(`/${codebase}/apis/3.0${request.path}`, request.method, {
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      headers: {
        authorization: `Basic ${this.authorization}`,
        clientid: this.connection.clientId,
        accept: ACCEPT,
        'content-type': 'application/json',
        ...request.headers,
      },
    });
  }

  private async readCodebase(): Promise<string> {
    const path = `/login/companyinfo/${encodeURIComponent(this.connection.company)}`;
    const { body } = await this.exchange(path, 'GET', { headers: { accept: 'application/json' } });
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'Codebase') : undefined;
    const codebase = typeof value === 'string' ? value.replace(/\/$/, '') : '';
    if (!CODEBASE.test(codebase)) {
      throw new PsaError('not_found', 'ConnectWise does not know the company, or the address is not one of ConnectWise.');
    }
    return codebase;
  }

  private async exchange(
    path: string,
    method: string,
    request: { headers: Readonly<Record<string, string>>; body?: string },
  ): Promise<ConnectWiseAnswer> {
    const exchange: Exchange = { peer: 'ConnectWise', writes: method !== 'GET', redact: (said) => this.redact(said) };
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      const answer = await this.transport(`${this.connection.baseUrl}${path}`, { ...request, method, signal });
      const text = await answer.text();
      if (answer.status < 200 || answer.status >= 300) throw failureOfAnswer(answer, text, exchange);
      return { body: JSON.parse(text) as unknown, headers: answer.headers };
    } catch (error) {
      throw error instanceof PsaError ? error : failureOfTransport(error, exchange);
    }
  }

  private redact(text: string): string {
    const secrets = [this.connection.publicKey, this.connection.privateKey, this.authorization];
    return secrets.reduce((safe, secret) => safe.replaceAll(secret, '•••'), text);
  }
}
