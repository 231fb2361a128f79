import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ConnectWiseStandIn } from '@flowpilot/testing';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';
import { connectWiseInput, testPsaSettings } from '../../../test/psa-connection.js';

describe('/psa/connection', () => {
  let application: TestApplication;
  let standIn: ConnectWiseStandIn;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication({ psa: testPsaSettings() });
    standIn = await ConnectWiseStandIn.start();
  });
  beforeEach(async () => {
    admin = await application.signIn();
  });
  afterAll(async () => {
    await application.stop();
    await standIn.stop();
  });

  const send = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object, token = admin.token) =>
    application.inject({ method, url: `/psa/${url}`, token, payload });
  const input = (changes: object = {}) => connectWiseInput(standIn, changes);

  it('is made, read without its secrets, changed and removed', async () => {
    expect((await send('GET', 'connection')).status).toBe(404);
    const made = await send('PUT', 'connection', input());
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      provider: 'connectwise',
      base_url: standIn.url,
      company: 'acme',
      default_member_id: '201',
      use_default_member: false,
      time_increment_minutes: 15,
      capabilities: { members: true, statuses: true, time_entries: true },
    });
    const changed = await send('PUT', 'connection', input({ use_default_member: true, time_increment_minutes: 6 }));
    expect(changed.body).toMatchObject({ use_default_member: true, created_at: made.body.created_at });
    expect((await send('GET', 'connection')).body).toEqual(changed.body);
    expect((await send('DELETE', 'connection')).status).toBe(204);
    expect((await send('DELETE', 'connection')).status).toBe(404);
  });

  it('keeps the stored secrets when they are left out, but not for another address or company', async () => {
    await send('PUT', 'connection', input());
    const { private_key: _private, public_key: _public, ...open } = input();
    expect((await send('PUT', 'connection', open)).status).toBe(200);
    expect((await send('POST', 'connection/test', open)).body).toMatchObject({ ok: true });
    for (const elsewhere of [{ base_url: 'http://127.0.0.1:9' }, { company: 'other' }]) {
      const { status, body } = await send('PUT', 'connection', { ...open, ...elsewhere });
      expect(status).toBe(422);
      expect(body).toMatchObject({ errors: [{ pointer: '/public_key' }] });
      expect((await send('POST', 'connection/test', { ...open, ...elsewhere })).status).toBe(422);
    }
  });

  it.each([
    [{ provider: 'autotask' }, '/provider'],
    [{ base_url: 'ftp://example.com' }, '/base_url'],
    [{ base_url: 'https://example.com/v4_6_release' }, '/base_url'],
    [{ base_url: 'https://user:pass@example.com' }, '/base_url'],
    [{ company: undefined }, '/company'],
    [{ private_key: undefined }, '/private_key'],
    [{ client_id: 'me' }, '/client_id'],
    [{ signing_secret: 'a-webhook-signing-secret' }, '/signing_secret'],
    [{ time_increment_minutes: 0 }, '/time_increment_minutes'],
    [{ provider: 'webhook', signing_secret: 'a-webhook-signing-secret' }, '/company'],
    [{ secret: 'x' }, '/secret'],
  ])('refuses %j', async (changes, pointer) => {
    const { status, body } = await send('PUT', 'connection', input(changes));
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] });
  });

  it('takes a webhook', async () => {
    const webhook = { provider: 'webhook', base_url: 'https://93.184.215.14/in?x=1', signing_secret: 's'.repeat(16) };
    expect((await send('PUT', 'connection', webhook)).body).toMatchObject({
      provider: 'webhook',
      base_url: 'https://93.184.215.14/in?x=1',
      company: null,
      capabilities: { members: false },
    });
  });

  it('is tested before it is stored, and says which right is missing', async () => {
    standIn.state.apiMember.rights.delete('notes.add');
    const tested = await send('POST', 'connection/test', input());
    standIn.state.apiMember.rights.add('notes.add');
    expect(tested.status).toBe(200);
    expect(tested.body).toMatchObject({ ok: false });
    expect((tested.body.checks as { ok: boolean }[]).filter(({ ok }) => !ok)).toEqual([
      { right: 'Add notes to tickets', ok: false, message: expect.stringContaining('does not allow this') },
    ]);
    expect((await send('POST', 'connection/test', input())).body).toMatchObject({ ok: true });
    const wrong = await send('POST', 'connection/test', input({ private_key: 'wrong' }));
    expect(wrong.body).toMatchObject({ ok: false, checks: [{ right: 'Log in', ok: false }] });
    expect((await send('GET', 'connection')).status).toBe(404);
  });

  it('opens its secrets for its own account only', async () => {
    await send('PUT', 'connection', input());
    const other = await application.signIn();
    await application.database.query(
      `insert into psa_connections (account_id, provider, settings, secrets, created_at, updated_at)
       select $2, connections.provider, connections.settings, connections.secrets, now(), now()
       from psa_connections as connections where connections.account_id = $1`,
      [admin.accountId, other.accountId],
    );
    expect(await send('GET', 'members', undefined, other.token)).toMatchObject({
      status: 502,
      body: { detail: 'The stored secrets of the connection cannot be read; enter them again.' },
    });
    expect((await send('PUT', 'connection', input(), other.token)).status).toBe(200);
    expect((await send('GET', 'members', undefined, other.token)).status).toBe(200);
  });

  it('lists members and statuses out of the PSA, or says why it cannot', async () => {
    standIn.state.addTicket(42);
    expect((await send('GET', 'members')).body).toMatchObject({ code: 'psa_not_connected' });
    await send('PUT', 'connection', input());
    expect((await send('GET', 'members')).body.items).toContainEqual({
      id: '202',
      name: 'EVega Member',
      email: 'elena@acme.test',
    });
    expect((await send('GET', 'statuses?ticket_id=42')).body.items).toContainEqual({
      name: 'Closed',
      closed: true,
      time_allowed: false,
    });
    expect(await send('GET', 'statuses?ticket_id=43')).toMatchObject({ status: 502, body: { code: 'psa_failed' } });
    await send('PUT', 'connection', input({ private_key: 'wrong' }));
    expect(await send('GET', 'members')).toMatchObject({
      status: 502,
      body: { detail: expect.stringContaining('does not accept the credentials') },
    });
  });

  it('belongs to the admins of its account', async () => {
    await send('PUT', 'connection', input());
    const engineer = await application.signIn('engineer', admin.accountId);
    const key = await application.apiKey(admin.accountId, ['sessions:write', 'sessions:read', 'analytics:read']);
    const other = await application.signIn();
    for (const token of [engineer.token, key]) {
      expect((await send('GET', 'connection', undefined, token)).status).toBe(403);
      expect((await send('PUT', 'connection', input(), token)).status).toBe(403);
      expect((await send('POST', 'connection/test', input(), token)).status).toBe(403);
      expect((await send('GET', 'members', undefined, token)).status).toBe(403);
    }
    expect((await send('GET', 'connection', undefined, other.token)).status).toBe(404);
    expect((await send('DELETE', 'connection', undefined, other.token)).status).toBe(404);
  });
});

describe('/psa/connection where private addresses are not allowed', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication();
    admin = await application.signIn();
  });
  afterAll(() => application.stop());

  it.each([
    'http://api-na.myconnectwise.net',
    'https://127.0.0.1',
    'https://localhost',
    'https://10.0.0.8',
    'https://169.254.169.254',
    'https://[::ffff:192.168.0.1]',
    'https://[fd00::1]',
  ])('refuses %s, to save and to test', async (address) => {
    const payload = {
      provider: 'connectwise',
      base_url: address,
      company: 'acme',
      public_key: 'a',
      private_key: 'b',
      client_id: '6d8f3c0e-8f0a-4c58-9a7e-2b1c5d4e9f10',
    };
    for (const [method, url] of [['PUT', '/psa/connection'], ['POST', '/psa/connection/test']] as const) {
      const { status, body } = await application.inject({ method, url, token: admin.token, payload });
      expect(status).toBe(422);
      expect(body).toMatchObject({ errors: [{ pointer: '/base_url' }] });
    }
  });
});
