import { setTimeout as sleep } from 'node:timers/promises';

import type { ProblemDto } from '@flowpilot/contracts';

import { ImportFailure } from './import-failure.js';

/** Answers that a later attempt may not get: over the limit, or a server that is coming up or going down. */
const PASSING_STATUSES: readonly number[] = [429, 502, 503, 504];
const LONGEST_PAUSE_MS = 30_000;

export interface ApiRequest {
  method?: 'GET' | 'POST';
  /** Below `/api/v1`. */
  path: string;
  /** Sent as JSON; a string as NDJSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface ApiClientOptions {
  /** Origin of the server. */
  url: string;
  /** Ends requests and pauses. */
  signal: AbortSignal;
  /** Pause before the second attempt, in milliseconds; doubled for each later one. */
  firstPause?: number;
  /** How often a request is sent before its failure is believed. */
  attempts?: number;
}

/** Speaks to a running server, patiently: what passes by itself is tried again with growing pauses. */
export class ApiClient {
  private token: string | null = null;
  private signIn: (() => Promise<string>) | null = null;

  constructor(private readonly options: ApiClientOptions) {}

  /** How the client gets its token, now and whenever the one it holds has expired. */
  async authenticate(signIn: () => Promise<string>): Promise<void> {
    this.token = await signIn();
    this.signIn = signIn;
  }

  /** The JSON of a successful answer. @throws ImportFailure with the problem's detail, or when nobody answers. */
  async request<Answer>(request: ApiRequest): Promise<Answer> {
    let response = await this.patiently(request);
    if (response.status === 401 && this.signIn && this.token !== null) {
      this.token = null;
      this.token = await this.signIn();
      response = await this.patiently(request);
    }
    if (!response.ok) throw await failure(request, response);
    return (await response.json()) as Answer;
  }

  private async patiently(request: ApiRequest): Promise<Response> {
    const { attempts = 8, firstPause = 500 } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.send(request);
      const last = attempt === attempts;
      if (answer instanceof LostConnection) {
        if (last || this.signIn === null) throw this.nobodyThere(answer);
      } else if (last || !PASSING_STATUSES.includes(answer.status)) {
        return answer;
      }
      await sleep(pause(answer, firstPause * 2 ** (attempt - 1)), undefined, { signal: this.options.signal });
    }
  }

  private async send({ method = 'GET', path, body, headers }: ApiRequest): Promise<Response | LostConnection> {
    const isLines = typeof body === 'string';
    try {
      return await fetch(`${this.options.url}/api/v1${path}`, {
        method,
        body: isLines ? body : body === undefined ? null : JSON.stringify(body),
        headers: {
          ...(body === undefined ? {} : { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' }),
          ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
          ...headers,
        },
        signal: this.options.signal,
      });
    } catch (error) {
      if (this.options.signal.aborted) throw error;
      return new LostConnection(messageOf(error));
    }
  }

  private nobodyThere({ reason }: LostConnection): ImportFailure {
    const { url } = this.options;
    return new ImportFailure(`No server answers at ${url} (${reason}). Start it with npm start, or name another with --url.`);
  }
}

/** There is no answer, and why. */
class LostConnection {
  constructor(readonly reason: string) {}
}

/** What fetch says is only that it failed; the cause has the reason. */
function messageOf(error: unknown): string {
  const told = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error;
  return typeof told === 'object' && told !== null && 'message' in told ? String(told.message) : String(told);
}

function pause(answer: Response | LostConnection, growing: number): number {
  const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) * 1000 : 0;
  return asked > 0 ? Math.min(asked, 120_000) : Math.min(growing, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
}

async function failure({ method = 'GET', path }: ApiRequest, response: Response): Promise<ImportFailure> {
  const detail = await detailOf(response);
  if (response.status === 403) {
    return new ImportFailure(
      'This log-in may not import: it takes a team admin, or an API key with sessions:write, flows:read and flows:write.',
    );
  }
  if (response.status === 401) {
    return new ImportFailure(`The server does not accept this log-in: ${detail ?? 'check e-mail, password or key'}`);
  }
  const said = detail ?? `it is not the server of this product (status ${response.status})`;
  return new ImportFailure(`The server refused ${method} ${path}: ${said}`);
}

async function detailOf(response: Response): Promise<string | null> {
  try {
    const { detail } = (await response.json()) as Partial<ProblemDto>;
    return detail ?? null;
  } catch {
    return null;
  }
}
