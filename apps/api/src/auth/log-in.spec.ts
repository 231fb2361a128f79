import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { AccessTokenDto } from '@flowpilot/contracts';

import { startTestApplication, type TestAnswer, type TestApplication } from '../../test/application.js';
import { Passwords } from './passwords.js';

const PASSWORD = 'correct horse battery';

describe('log-in', () => {
  let application: TestApplication;
  let userId: string;
  let email: string;

  beforeAll(async () => {
    application = await startTestApplication({ trustedProxies: ['loopback'] });
  });

  beforeEach(async () => {
    ({ userId } = await application.signIn('engineer'));
    email = `${userId}@example.test`;
    const hash = await application.app.get(Passwords).hash(PASSWORD);
    await application.database.query('update users set password_hash = $2 where id = $1', [userId, hash]);
  });

  afterAll(() => application.stop());

  const logIn = (payload: object = { email, password: PASSWORD }) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/login', payload });
  const refresh = (cookie: string) =>
    application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/refresh', headers: { cookie } });
  const logOut = (cookie: string) => application.inject({ method: 'POST', url: '/auth/logout', headers: { cookie } });
  const me = (token: string) => application.inject({ method: 'GET', url: '/me', token });
  const changePassword = (token: string, payload: object) =>
    application.inject({ method: 'POST', url: '/me/password', token, payload });

  it('answers a token for 15 minutes, the user, and a cookie that scripts and other sites cannot use', async () => {
    const answer = await logIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD });
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 900, user: { id: userId, email, role: 'engineer' } },
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
    expect(cookie).not.toMatch(/Secure/);
    expect((await me(answer.body.access_token)).status).toBe(200);
  });

  it('keeps the cookie to TLS where a trusted proxy speaks it', async () => {
    const answer = await application.inject({
      method: 'POST',
      url: '/auth/login',
      payload: { email, password: PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(String(answer.headers['set-cookie'])).toMatch(/Secure/);
  });

  it('refuses an unknown e-mail, a wrong password, a deactivated user and one without a password alike', async () => {
    const answers = [await logIn({ email: 'nobody@example.test', password: PASSWORD })];
    answers.push(await logIn({ email, password: 'wrong' }));
    await application.database.query('update users set is_active = false where id = $1', [userId]);
    answers.push(await logIn());
    await application.database.query('update users set is_active = true, password_hash = null where id = $1', [userId]);
    answers.push(await logIn());
    expect(answers.map(({ status, text }) => [status, text.replace(/"instance":"[^"]*"/, '')])).toEqual(
      answers.map(() => [401, expect.stringContaining('E-mail or password is wrong.')]),
    );
    expect(answers[0]?.headers['www-authenticate']).toBe('Bearer');
  });

  it('ends an access token after 15 minutes', async () => {
    const { body } = await logIn();
    application.clock.advance(14 * 60_000);
    expect((await me(body.access_token)).status).toBe(200);
    application.clock.advance(2 * 60_000);
    expect((await me(body.access_token)).status).toBe(401);
  });

  it('refuses a token signed by another secret, without a signature, or with an unknown key', async () => {
    const { body } = await logIn();
    const [head, claims] = body.access_token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${String(claims)}.`;
    for (const token of [`${String(head)}.${String(claims)}.AAAA`, unsigned, 'fpk_unknown', 'nonsense']) {
      expect((await me(token)).status).toBe(401);
    }
  });

  it('rotates the refresh token, and ends the log-in when a used one comes back later', async () => {
    const first = cookieOf(await logIn());
    const renewed = await refresh(first);
    const second = cookieOf(renewed);
    expect(second).not.toBe(first);
    application.clock.advance(60_000);
    expect((await me(renewed.body.access_token)).status).toBe(200);
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
    expect((await me(renewed.body.access_token)).status).toBe(401);
  });

  it('does not take two tabs that refresh at once for a thief', async () => {
    const cookie = cookieOf(await logIn());
    const answers = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect((await refresh(cookieOf(answers[1]))).status).toBe(200);
  });

  it('ends a log-in that was not used for 30 days', async () => {
    const cookie = cookieOf(await logIn());
    application.clock.advance(31 * 86_400_000);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await refresh('flowpilot_refresh=made-up')).status).toBe(401);
  });

  it('ends everything of a log-in when logged out, and only that', async () => {
    const [one, other] = [await logIn(), await logIn()];
    const answer = await logOut(cookieOf(one));
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/flowpilot_refresh=;/);
    expect((await me(one.body.access_token)).status).toBe(401);
    expect((await refresh(cookieOf(one))).status).toBe(401);
    expect((await me(other.body.access_token)).status).toBe(200);
    expect((await logOut('nothing=1')).status).toBe(204);
  });

  it('changes the password only for who knows it, and ends the other log-ins', async () => {
    const [here, elsewhere] = [await logIn(), await logIn()];
    const token = here.body.access_token;
    expect(await changePassword(token, { current: 'wrong', new: 'another long password' })).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer: '/current' }] },
    });
    expect((await changePassword(token, { current: PASSWORD, new: 'short' })).status).toBe(422);
    expect((await changePassword(token, { current: PASSWORD, new: 'another long password' })).status).toBe(204);
    expect((await me(token)).status).toBe(200);
    expect((await refresh(cookieOf(here))).status).toBe(200);
    expect((await me(elsewhere.body.access_token)).status).toBe(401);
    expect((await refresh(cookieOf(elsewhere))).status).toBe(401);
    expect((await logIn()).status).toBe(401);
    expect((await logIn({ email, password: 'another long password' })).status).toBe(200);
  });

  it('leaves no log-in behind that was renewed while the password changed', async () => {
    const [here, elsewhere] = [await logIn(), await logIn()];
    const change = { current: PASSWORD, new: 'another long password' };
    const [, renewed] = await Promise.all([
      changePassword(here.body.access_token, change),
      refresh(cookieOf(elsewhere)),
      logIn(),
    ]);
    if (renewed.status === 200) expect((await refresh(cookieOf(renewed))).status).toBe(401);
    const alive = await application.database.query(
      'select distinct family_id from refresh_tokens where user_id = $1 and revoked_at is null and expires_at < $2',
      [userId, new Date('2190-01-01')],
    );
    expect(alive).toHaveLength(1);
  });

  it('stores no token as it is', async () => {
    const cookie = cookieOf(await logIn());
    const [row] = await application.database.query<{ found: boolean }>(
      `select exists (
         select from refresh_tokens where encode(token_hash, 'escape') like '%' || $1 || '%'
       ) as found`,
      [cookie.split('=')[1]],
    );
    expect(row?.found).toBe(false);
  });
});

function cookieOf(answer: TestAnswer<unknown> | undefined): string {
  return String(answer?.headers['set-cookie']).split(';')[0] ?? '';
}
