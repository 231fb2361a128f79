import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { AccessTokenDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../../test/application.js';
import { SetupService } from './setup.service.js';

const account = { name: 'First', time_zone: 'Europe/Berlin' };
const admin = { email: 'First@Example.test', name: 'First Admin', password: 'correct horse battery' };

describe('set-up', () => {
  let application: TestApplication;
  let token: string;

  beforeEach(async () => {
    application = await startTestApplication();
    ({ token } = application.app.get(SetupService));
  });

  afterEach(() => application.stop());

  const setUp = (payload: object) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/setup', payload });
  const state = () => application.inject({ method: 'GET', url: '/setup' });

  it('makes the first account and logs its super_admin in, once', async () => {
    expect((await state()).body).toEqual({ open: true, demo: null });
    const answer = await setUp({ token, account, admin });
    expect(answer).toMatchObject({
      status: 201,
      body: { user: { email: 'first@example.test', role: 'super_admin', account: { name: 'First' } } },
    });
    expect(String(answer.headers['set-cookie'])).toContain('flowpilot_refresh=');
    const users = await application.inject({ method: 'GET', url: '/users', token: answer.body.access_token });
    expect(users.status).toBe(200);
    expect((await state()).body).toEqual({ open: false, demo: null });
    expect(await setUp({ token, account, admin })).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('wants the token from the terminal', async () => {
    for (const wrong of ['', 'x', 'x'.repeat(token.length)]) {
      expect((await setUp({ token: wrong, account, admin })).status).toBe(403);
    }
    expect((await setUp({ account, admin })).status).toBe(422);
    expect((await state()).body).toEqual({ open: true, demo: null });
  });

  it('is done by one of several who try at once', async () => {
    const others = [1, 2, 3].map((n) => setUp({ token, account, admin: { ...admin, email: `a${n}@example.test` } }));
    const statuses = (await Promise.all(others)).map((answer) => answer.status);
    expect(statuses.toSorted()).toEqual([201, 409, 409]);
    expect(await application.database.query('select 1 from accounts')).toHaveLength(1);
  });

  it('points at a bad time zone', async () => {
    const answer = await setUp({ token, account: { ...account, time_zone: 'Nowhere' }, admin });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/account/time_zone' }] } });
  });
});
