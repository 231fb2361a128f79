/** The part of `fetch` that providers use; tests and the address guard put their own in its place. */
export type Transport = (url: string, request: TransportRequest) => Promise<TransportResponse>;

export interface TransportRequest {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  signal: AbortSignal;
}

export interface TransportResponse {
  status: number;
  headers: { get(name: string): string | null };
  /** The whole body; rejects when it is longer than the transport allows, or cut. */
  text(): Promise<string>;
}

/** An address that must not be reached, or is not one. */
export class ForbiddenAddress extends Error {}

/** Codes of failures after which nothing can have been sent: the connection was never made. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether a transport's failure proves that the server never saw the request. */
export function neverReached(error: unknown): boolean {
  if (causes(error).some((cause) => cause instanceof ForbiddenAddress)) return true;
  return causes(error).some((cause) => NEVER_CONNECTED.has(codeOf(cause)));
}

/** The guard's refusal within a transport's failure, if that is what it was. */
export function forbiddenAddress(error: unknown): ForbiddenAddress | undefined {
  return causes(error).find((cause) => cause instanceof ForbiddenAddress);
}

/** `fetch failed` tells nothing; what happened stands in its cause, or in the causes of a bundle. */
function causes(error: unknown): object[] {
  if (typeof error !== 'object' || error === null) return [];
  const bundled: unknown = Reflect.get(error, 'errors');
  return [error, ...causes(Reflect.get(error, 'cause')), ...(Array.isArray(bundled) ? bundled.flatMap(causes) : [])];
}

function codeOf(error: object): string {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : '';
}
