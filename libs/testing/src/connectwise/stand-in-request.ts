import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { Refusal } from './refusal.js';

export interface StandInRequest {
  method: string;
  /** Decoded path without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface StandInAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export async function readRequest(message: IncomingMessage): Promise<StandInRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://stand-in');
  return {
    method: message.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: message.headers,
    body: parseBody(message, Buffer.concat(chunks).toString('utf8')),
  };
}

function parseBody(message: IncomingMessage, text: string): unknown {
  if (message.method === 'GET') return undefined;
  if (!/^application\/json(;|$)/.test(message.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'UnsupportedMediaType', 'The request must be application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'InvalidJson', 'The body is not JSON.');
  }
}
