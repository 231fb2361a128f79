import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { IncomingMessage, PsaHint } from '../provider/psa-provider.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import type { ConnectWiseHttp } from './connectwise-http.js';
import { field, readText } from './connectwise-records.js';

const RECORDS: Readonly<Record<string, PsaHint['record']>> = { time: 'time_entry', ticket: 'ticket' };

/**
 * A callback is believed when its signature fits the signing key that the company's own ConnectWise gives out. The
 * key's address stands in the message, so it is only used when it lies on the configured host.
 */
export async function verifyCallback(
  http: ConnectWiseHttp,
  connection: ConnectWiseConnection,
  message: IncomingMessage,
): Promise<PsaHint | null> {
  const payload = parse(message.rawBody);
  const keyUrl = readText(field(payload, 'Metadata'), 'key_url');
  const signature = message.headers['x-content-signature'];
  if (signature === undefined || !isOfHost(keyUrl, connection.baseUrl)) return null;
  if (readText(payload, 'CompanyId') !== connection.company) return null;
  const signingKey = readText(await http.readKey(keyUrl), 'signing_key');
  if (signingKey === '' || !fits(signature, signingKey, message.rawBody)) return null;
  const record = RECORDS[readText(payload, 'Type').toLowerCase()];
  const id = field(payload, 'ID');
  return record && (typeof id === 'number' || typeof id === 'string') ? { record, id: String(id) } : null;
}

/** base64 of HMAC-SHA256 of the raw body, keyed with the SHA-256 of the signing key. */
function fits(signature: string, signingKey: string, rawBody: Buffer): boolean {
  const key = createHash('sha256').update(signingKey).digest();
  const expected = createHmac('sha256', key).update(rawBody).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isOfHost(keyUrl: string, baseUrl: string): boolean {
  return URL.parse(keyUrl)?.origin === new URL(baseUrl).origin;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
