import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { AccountDto, AccountPageDto, TimeZonesDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

const admin = { email: 'boss@example.test', name: 'Boss', password: 'correct horse battery' };

describe('accounts', () => {
  let application: TestApplication;
  let own: SignedIn;
  let operator: string;

  beforeAll(async () => {
    application = await startTestApplication();
    own = await application.signIn('team_admin', await application.account('Asia/Kolkata'));
    operator = (await application.signInOperator()).token;
  });

  afterAll(() => application.stop());

  const change = (payload: object) =>
    application.inject<AccountDto>({ method: 'PATCH', url: '/account', token: own.token, payload });
  const create = (payload: object, token = operator) =>
    application.inject<AccountDto>({ method: 'POST', url: '/accounts', token, payload });

  it('shows and changes the own account', async () => {
    const answer = await application.inject<AccountDto>({ method: 'GET', url: '/account', token: own.token });
    expect(answer.body).toMatchObject({
      id: own.accountId,
      time_zone: 'Asia/Kolkata',
      min_sample: 8,
      unlogged_after_hours: 24,
    });
    expect((await change({ min_sample: 20, name: ' Acme ' })).body).toMatchObject({ min_sample: 20, name: 'Acme' });
    expect((await change({ time_zone: 'America/St_Johns', unlogged_after_hours: 0 })).body).toMatchObject({
      name: 'Acme',
      time_zone: 'America/St_Johns',
      min_sample: 20,
      unlogged_after_hours: 0,
    });
  });

  it('takes only time zones that have a name', async () => {
    for (const time_zone of ['Mars/Phobos', '+02:00', 'europe/berlin', 'CEST', 'posix/UTC', "x'; drop", '', 7]) {
      expect(await change({ time_zone })).toMatchObject({
        status: 422,
        body: { code: 'validation_failed', errors: [{ pointer: '/time_zone' }] },
      });
    }
    for (const time_zone of ['Europe/Berlin', 'Asia/Kathmandu', 'UTC']) {
      expect((await change({ time_zone })).status).toBe(200);
    }
  });

  it('names every time zone that it takes, and none that it refuses', async () => {
    const answer = await application.inject<TimeZonesDto>({ method: 'GET', url: '/account/time-zones', token: own.token });
    const zones = answer.body.time_zones;
    expect(zones).toEqual(expect.arrayContaining(['America/New_York', 'Asia/Kolkata', 'Europe/Berlin', 'UTC']));
    expect(zones).toEqual([...zones].sort());
    expect(zones.filter((zone) => /^(posix|right)|^[+-]/.test(zone))).toEqual([]);
    for (const time_zone of [zones[0], zones.at(-1)]) expect((await change({ time_zone })).status).toBe(200);
  });

  it('refuses numbers out of range and null', async () => {
    for (const payload of [{ min_sample: 0 }, { min_sample: 1.5 }, { min_sample: null }, { unlogged_after_hours: -1 }]) {
      expect((await change(payload)).status).toBe(422);
    }
  });

  it('is made by a super_admin together with an administrator who can log in', async () => {
    const made = await create({ name: 'New', time_zone: 'Europe/Berlin', admin });
    expect(made.status).toBe(201);
    const answer = await application.inject<{ user: object }>({
      method: 'POST',
      url: '/auth/login',
      payload: { email: admin.email, password: admin.password },
    });
    expect(answer.body.user).toMatchObject({ role: 'team_admin', account: { id: made.body.id, name: 'New' } });
  });

  it('is not made when its administrator cannot be', async () => {
    const answer = await create({ name: 'Half', time_zone: 'UTC', admin: { ...admin, email: `${own.userId}@example.test` } });
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ pointer: '/admin/email' }] } });
    expect(await application.database.query(`select 1 from accounts where name = 'Half'`)).toEqual([]);
  });

  it('points into the nested part of a body', async () => {
    const answer = await create({ name: 'X', time_zone: 'UTC', admin: { ...admin, password: 'short', extra: 1 } });
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/admin/extra' }, { pointer: '/admin/password' }] });
    expect(await create({ name: 'X', time_zone: 'UTC', admin: 7 })).toMatchObject({ status: 422 });
    expect(await create({ name: 'X', time_zone: 'UTC' })).toMatchObject({ body: { errors: [{ pointer: '/admin' }] } });
  });

  it('are listed for super_admins only', async () => {
    const list = (token: string) => application.inject<AccountPageDto>({ method: 'GET', url: '/accounts', token });
    expect((await list(operator)).body.items.map((account) => account.id)).toContain(own.accountId);
    expect((await list(own.token)).status).toBe(403);
    const csv = await application.inject({ method: 'GET', url: '/accounts.csv', token: operator });
    expect(csv.text).toContain(own.accountId);
  });

  it('are refused to a super_admin who belongs to none', async () => {
    const answer = await application.inject({ method: 'GET', url: '/account', token: operator });
    expect(answer).toMatchObject({ status: 403, body: { code: 'no_account' } });
  });
});
