import { type Scope, SCOPES } from '@flowpilot/metrics';

/** What a program may do that holds the scope. */
const MEANINGS: Record<Scope, string> = {
  'sessions:read': 'List sessions and read what was pushed for them.',
  'sessions:write': 'Record sessions, match, close and reopen them, push to the PSA.',
  'flows:read': 'List flows and categories with their steps and versions.',
  'flows:write': 'Create, change and deactivate flows and categories.',
  'analytics:read': 'Read every figure, as the analytics show them.',
};

export interface ScopeChoice {
  readonly scope: Scope;
  readonly meaning: string;
}

export const SCOPE_CHOICES: readonly ScopeChoice[] = SCOPES.map((scope) => ({ scope, meaning: MEANINGS[scope] }));

/** The scopes chosen, in the order of the vocabulary. */
export function withScope(chosen: readonly Scope[], scope: Scope, on: boolean): Scope[] {
  return SCOPES.filter((known) => (known === scope ? on : chosen.includes(known)));
}
