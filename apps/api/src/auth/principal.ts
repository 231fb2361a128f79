import type { Role, Scope } from '@flowpilot/metrics';

/** A person who logged in. `accountId` is null for an operator who belongs to no account. */
export interface UserPrincipal {
  kind: 'user';
  id: string;
  accountId: string | null;
  role: Role;
  /** The log-in that the access token came from. */
  logInId: string;
}

/** A program that sent an API key. */
export interface ApiKeyPrincipal {
  kind: 'api_key';
  id: string;
  accountId: string;
  scopes: readonly Scope[];
}

export type Principal = UserPrincipal | ApiKeyPrincipal;

/** Whoever acts within an account: what services take. `system` is the product itself (demo, jobs). */
export interface Actor {
  kind: 'user' | 'api_key' | 'system';
  id: string | null;
  accountId: string;
  /** An engineer sees and changes only sessions of their own. */
  ownSessionsOnly: boolean;
}
