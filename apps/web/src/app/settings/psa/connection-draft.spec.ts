import type { PsaConnectionDto } from '@flowpilot/contracts';

import { differs, draftOf, keepsSecrets, requestOf } from './connection-draft';

const STORED: PsaConnectionDto = {
  provider: 'connectwise',
  base_url: 'https://api-na.myconnectwise.net',
  company: 'acme',
  client_id: '6d8f3c0e-8f0a-4c58-9a7e-2b1c5d4e9f10',
  default_member_id: null,
  use_default_member: false,
  time_increment_minutes: 15,
  requests_per_minute: null,
  capabilities: { members: true, statuses: true, time_entries: true },
  reconciled_at: null,
  created_at: '2026-11-24T10:00:00Z',
  updated_at: '2026-11-24T10:00:00Z',
};

describe('the draft of a connection', () => {
  it('sends no secret that was not typed', () => {
    const request = requestOf({ ...draftOf(STORED), private_key: 'new' });
    expect(request).toMatchObject({ company: 'acme', private_key: 'new', default_member_id: null });
    expect(request).not.toHaveProperty('public_key');
    expect(request).not.toHaveProperty('signing_secret');
  });

  it('sends of a webhook what a webhook has', () => {
    const draft = { ...draftOf(STORED), provider: 'webhook' as const, base_url: ' https://hooks.test/in ', signing_secret: 's' };
    expect(requestOf(draft)).toEqual({
      provider: 'webhook',
      base_url: 'https://hooks.test/in',
      signing_secret: 's',
      time_increment_minutes: 15,
      requests_per_minute: null,
    });
  });

  it.each([
    [{}, true],
    [{ base_url: 'https://API-na.myconnectwise.net/' }, true],
    [{ base_url: 'https://api-eu.myconnectwise.net' }, false],
    [{ company: 'other' }, false],
    [{ provider: 'webhook' as const }, false],
  ])('with %j the stored secrets stay: %s', (changes, stay) => {
    expect(keepsSecrets({ ...draftOf(STORED), ...changes }, STORED)).toBe(stay);
  });

  it('has no secrets to keep before there is a connection', () => {
    expect(keepsSecrets(draftOf(null), null)).toBe(false);
  });

  it('knows whether it would lose something', () => {
    expect(differs(draftOf(STORED), STORED)).toBe(false);
    expect(differs({ ...draftOf(STORED), private_key: 'x' }, STORED)).toBe(true);
    expect(differs(draftOf(null), null)).toBe(false);
  });
});
