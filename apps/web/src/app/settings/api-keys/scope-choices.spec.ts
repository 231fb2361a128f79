import { SCOPES } from '@flowpilot/metrics';

import { SCOPE_CHOICES, withScope } from './scope-choices.js';

describe('the scopes of a key', () => {
  it('are all offered, each explained', () => {
    expect(SCOPE_CHOICES.map(({ scope }) => scope)).toEqual(SCOPES);
    expect(SCOPE_CHOICES.every(({ meaning }) => meaning.endsWith('.'))).toBe(true);
  });

  it('stay in their order, each once', () => {
    const chosen = withScope(['flows:read'], 'sessions:read', true);
    expect(withScope(chosen, 'flows:read', true)).toEqual(['sessions:read', 'flows:read']);
    expect(withScope(chosen, 'sessions:read', false)).toEqual(['flows:read']);
  });
});
