import { afterEach, describe, expect, it } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../../test/application.js';

const LIMITS = {
  disabled: false,
  analyticsPerMinute: 3,
  loginPerMinute: 2,
  writesPerMinute: 4,
  readsPerMinute: 5,
  ingestPerMinute: 2,
};

describe('throttling', () => {
  let application: TestApplication;
  const start = async (throttle = LIMITS, trustedProxies = ['loopback']) => {
    application = await startTestApplication({ throttle, trustedProxies });
  };

  afterEach(() => application.stop());

  const times = async <T>(n: number, request: () => Promise<T>) => {
    const answers: T[] = [];
    for (let i = 0; i < n; i += 1) answers.push(await request());
    return answers;
  };
  const statuses = (answers: { status: number }[]) => answers.map((answer) => answer.status);
  const get = (url: string, token: string) => application.inject({ method: 'GET', url, token });
  const logIn = (email: string, address = '10.0.0.1') =>
    application.inject({
      method: 'POST',
      url: '/auth/login',
      payload: { email, password: 'wrong password' },
      headers: { 'x-forwarded-for': address },
    });

  it('says how much is left, and when to come back', async () => {
    await start();
    const { token } = await application.signIn();
    const answers = await times(4, () => get('/analytics/flowpilot/coverage', token));
    expect(statuses(answers)).toEqual([200, 200, 200, 429]);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
    expect(answers[3]).toMatchObject({
      body: { code: 'rate_limited' },
      headers: { 'ratelimit-limit': '3', 'ratelimit-remaining': '0' },
    });
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(50);
  });

  it('counts each analytics endpoint by itself, as CSV or not, and each principal by itself', async () => {
    await start();
    const { token, accountId } = await application.signIn();
    await times(2, () => get('/analytics/flowpilot/coverage', token));
    expect((await get('/analytics/flowpilot/coverage.csv', token)).status).toBe(200);
    expect((await get('/analytics/flowpilot/coverage.csv', token)).status).toBe(429);
    expect((await get('/analytics/flowpilot/flow-quality', token)).status).toBe(200);
    const colleague = await application.signIn('engineer', accountId);
    expect((await get('/flows', colleague.token)).status).toBe(200);
    const key = await application.apiKey(accountId, ['analytics:read']);
    expect((await get('/analytics/flowpilot/coverage', key)).status).toBe(200);
  });

  it('counts log-ins of an address and e-mail, however the e-mail is spelled', async () => {
    await start();
    expect(statuses([await logIn('a@x.test'), await logIn(' A@X.test'), await logIn('a@x.test')])).toEqual([
      401, 401, 429,
    ]);
    expect((await logIn('b@x.test')).status).toBe(401);
    expect((await logIn('a@x.test', '10.0.0.2')).status).toBe(401);
  });

  it('believes nobody about the address unless told whom', async () => {
    await start(LIMITS, []);
    const answers = [await logIn('a@x.test', '10.0.0.1'), await logIn('a@x.test', '10.0.0.2'), await logIn('a@x.test', '10.0.0.3')];
    expect(statuses(answers)).toEqual([401, 401, 429]);
  });

  it('refuses an address that tries many e-mails, and a whole IPv6 network with it', async () => {
    await start();
    let n = 0;
    const answers = await times(21, () => logIn(`p${(n += 1)}@x.test`, `2001:db8:1:2::${n}`));
    expect(statuses(answers).slice(0, 20)).toEqual(Array<number>(20).fill(401));
    expect(answers[20]?.status).toBe(429);
  });

  it('counts tries of links of invitation as log-ins', async () => {
    await start();
    const payload = { token: 'guessed', password: 'a long password' };
    const guess = () => application.inject({ method: 'POST', url: '/auth/accept-invitation', payload });
    expect(statuses(await times(3, guess))).toEqual([410, 410, 429]);
  });

  it('counts reads and writes apart', async () => {
    await start();
    const { token } = await application.signIn();
    const write = () => application.inject({ method: 'PATCH', url: '/account', token, payload: {} });
    expect(statuses(await times(5, write))).toEqual([200, 200, 200, 200, 429]);
    expect(statuses(await times(6, () => get('/account', token)))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('never refuses a probe', async () => {
    await start();
    const answers = await times(10, () => application.inject({ method: 'GET', url: '/health/live' }));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
  });

  it('can be switched off', async () => {
    await start({ ...LIMITS, disabled: true });
    const answers = await times(10, () => logIn('a@x.test'));
    expect(new Set(statuses(answers))).toEqual(new Set([401]));
  });
});
