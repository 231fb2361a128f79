import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';

import { Agent, fetch, type Response } from 'undici';

import { isPublicAddress } from './public-address.js';
import { ForbiddenAddress, type Transport, type TransportResponse } from './transport.js';

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface AddressRule {
  allowHttp: boolean;
  isAllowed: (address: string) => boolean;
}

export const PUBLIC_ONLY: AddressRule = { allowHttp: false, isAllowed: isPublicAddress };
/** For a PSA in the operator's own network, and for stand-ins. */
export const ANY_ADDRESS: AddressRule = { allowHttp: true, isAllowed: () => true };

export function addressRule({ allowPrivateAddresses }: { allowPrivateAddresses: boolean }): AddressRule {
  return allowPrivateAddresses ? ANY_ADDRESS : PUBLIC_ONLY;
}

type Resolve = (host: string) => Promise<ResolvedAddress[]>;
const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** Longer than any page of a PSA; a server that sends more is not one. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * A `fetch` that cannot be led into the server's own network. A name is resolved once for each connection, every
 * address it has is judged, and the connection goes to those same addresses: a DNS that changes its answer in
 * between gains nothing. Redirects are answered, not followed.
 */
export function guardedTransport(rule: AddressRule, resolve = systemResolve): Transport {
  const agent = new Agent({ connect: { lookup: guardedLookup(rule, resolve), timeout: CONNECT_TIMEOUT_MS } });
  return async (url, request) => {
    checkUrl(url, rule);
    const response = await fetch(url, { ...request, redirect: 'manual', dispatcher: agent });
    return limited(response);
  };
}

/**
 * Judges what can be judged without asking DNS.
 *
 * @throws ForbiddenAddress
 */
export function checkUrl(text: string, rule: AddressRule): void {
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new ForbiddenAddress('The address is not a web address.');
  if (url.username || url.password) throw new ForbiddenAddress('The address must not contain a user or password.');
  if (url.protocol !== 'https:' && !rule.allowHttp) throw new ForbiddenAddress('The address must begin with https.');
  // `URL` has already written odd spellings of an IPv4 address (octal, hexadecimal, one number) the usual way.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) judge(rule, host, [{ address: host, family: isIP(host) }]);
}

/**
 * Judges an address with everything that its name resolves to now, so that a person is told at once. A name that
 * does not resolve is left to the connection itself.
 *
 * @throws ForbiddenAddress
 */
export async function checkAddress(text: string, rule: AddressRule, resolve = systemResolve): Promise<void> {
  checkUrl(text, rule);
  const host = new URL(text).hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length > 0) judge(rule, host, addresses);
}

function guardedLookup(rule: AddressRule, resolve: Resolve): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host)
      .then((addresses) => {
        const first = judge(rule, host, addresses);
        if (all) callback(null, addresses);
        else callback(null, first.address, first.family);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 4));
  };
}

/** One forbidden address among several refuses the name: which of them is taken is chance. */
function judge(rule: AddressRule, host: string, addresses: readonly ResolvedAddress[]): ResolvedAddress {
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => rule.isAllowed(address))) {
    throw new ForbiddenAddress(`${host} is not a public address.`);
  }
  return first;
}

function limited(response: Response): TransportResponse {
  return {
    status: response.status,
    headers: response.headers,
    text: async () => {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of response.body ?? []) {
        size += (chunk as Uint8Array).byteLength;
        if (size > MAX_BODY_BYTES) throw new Error('the answer is too long');
        chunks.push(chunk as Uint8Array);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}
