import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ApiKeyPageDto, CreatedApiKeyDto, MeApiKeyDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';

const HOUR_MS = 3_600_000;

describe('API keys', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
    admin = await application.signIn('team_admin', await application.account('Europe/Berlin'));
  });

  afterAll(() => application.stop());

  const create = (payload: object = { name: 'Engine', scopes: ['flows:read', 'analytics:read'] }) =>
    application.inject<CreatedApiKeyDto>({ method: 'POST', url: '/api-keys', token: admin.token, payload });
  const me = (key: string) => application.inject<MeApiKeyDto>({ method: 'GET', url: '/me', token: key });
  const lastUse = async (id: string) => {
    const rows = await application.database.query<{ last_used_at: Date | null }>(
      'select last_used_at from api_keys where id = $1',
      [id],
    );
    return rows[0]?.last_used_at?.getTime();
  };

  it('shows the key once, and stores only its hash', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.key).toMatch(/^fpk_[\w-]{43}$/);
    expect(body.hint).toBe(body.key.slice(-4));
    const list = await application.inject<ApiKeyPageDto>({ method: 'GET', url: '/api-keys', token: admin.token });
    expect(list.body.items.map((key) => key.id)).toContain(body.id);
    expect(list.text).not.toContain(body.key);
    const [row] = await application.database.query<{ row: string }>(
      'select to_jsonb(api_keys)::text as row from api_keys where id = $1',
      [body.id],
    );
    expect(row?.row).not.toContain(body.key);
  });

  it('tells a program who it is and which account it serves', async () => {
    const { body } = await create();
    expect((await me(body.key)).body).toEqual({
      id: body.id,
      name: 'Engine',
      scopes: ['flows:read', 'analytics:read'],
      account: { id: admin.accountId, name: expect.any(String), time_zone: 'Europe/Berlin', min_sample: 8 },
    });
  });

  it('refuses unknown, empty and repeated scopes', async () => {
    for (const scopes of [[], ['everything'], ['flows:read', 'flows:read'], 'flows:read', undefined]) {
      expect((await create({ name: 'Bad', scopes })).status).toBe(422);
    }
  });

  it('is refused from the moment it is revoked', async () => {
    const { body } = await create();
    const revoke = (token = admin.token) =>
      application.inject({ method: 'DELETE', url: `/api-keys/${body.id}`, token });
    const stranger = await application.signIn('team_admin');
    expect((await revoke(stranger.token)).status).toBe(404);
    expect((await me(body.key)).status).toBe(200);
    expect((await revoke()).status).toBe(204);
    expect((await me(body.key)).status).toBe(401);
    expect((await revoke()).status).toBe(404);
    const csv = await application.inject({ method: 'GET', url: '/api-keys.csv', token: admin.token });
    expect(csv.text).not.toContain(body.id);
  });

  it('stamps its last use at most once an hour', async () => {
    const { body } = await create();
    expect(await lastUse(body.id)).toBeUndefined();
    await me(body.key);
    const first = await lastUse(body.id);
    expect(first).toBeDefined();
    application.clock.advance(HOUR_MS / 2);
    await me(body.key);
    expect(await lastUse(body.id)).toBe(first);
    application.clock.advance(HOUR_MS);
    await me(body.key);
    expect(await lastUse(body.id)).toBeGreaterThan(first ?? 0);
  });

  it('opens what its scopes name and nothing of the people’s', async () => {
    const key = await application.apiKey(admin.accountId, ['flows:read']);
    const get = async (url: string) => (await application.inject({ method: 'GET', url, token: key })).status;
    expect(await get('/flows')).toBe(200);
    expect(await get('/analytics/flowpilot/coverage')).toBe(403);
    for (const url of ['/users', '/api-keys', '/account', '/accounts', '/jobs']) expect(await get(url)).toBe(403);
    const payload = { current: 'anything', new: 'another long password' };
    expect((await application.inject({ method: 'POST', url: '/me/password', token: key, payload })).status).toBe(403);
  });
});
