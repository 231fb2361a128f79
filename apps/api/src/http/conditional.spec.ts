import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CoverageDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

const COVERAGE = '/analytics/flowpilot/coverage';
const ROUTES = ['/analytics/flowpilot', COVERAGE, '/analytics/flowpilot/flow-quality', '/analytics/flowpilot/psa-metrics'];

describe('Figures that the client has', () => {
  let application: TestApplication;
  let admin: SignedIn;

  beforeAll(async () => {
    application = await startTestApplication({ throttle: { disabled: true, analyticsPerMinute: 1, loginPerMinute: 1, writesPerMinute: 1, readsPerMinute: 1, ingestPerMinute: 1 } });
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    admin = await application.signIn();
  });

  const read = (url: string, etag?: string) =>
    application.inject<CoverageDto>({ method: 'GET', url, token: admin.token, ...(etag && { headers: { 'if-none-match': etag } }) });
  const post = (url: string, payload: object) => application.inject<{ id: string }>({ method: 'POST', url, token: admin.token, payload });
  const record = async () => {
    const answer = await post('/sessions', { problem_domain: 'VPN' });
    application.clock.advance(1); // A window ends before the moment at which it is read.
    return answer;
  };
  const tagOf = async (url: string) => String((await read(url)).headers.etag);

  it.each(ROUTES)('are 304 at %s, without a body', async (url) => {
    const first = await read(url);
    expect(first).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-cache', vary: 'Authorization' },
    });
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const again = await read(url, etag);
    expect(again).toMatchObject({ status: 304, text: '', headers: { etag } });
  });

  it.each(ROUTES)('are answered anew at %s once something was recorded', async (url) => {
    const flow = await post('/flows', { name: 'VPN', tree_type: 'troubleshooting' });
    const etag = await tagOf(url);
    const session = await record();
    await post(`/sessions/${session.body.id}/match`, { flow_id: flow.body.id });
    application.clock.advance(1);
    const answer = await read(url, etag);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).not.toBe(etag);
  });

  it('stay the same while only the clock goes on, until the day ends', async () => {
    await record();
    const etag = await tagOf(COVERAGE);
    application.clock.advance(60_000);
    expect((await read(COVERAGE, etag)).status).toBe(304);
    application.clock.advance(24 * 3_600_000);
    expect((await read(COVERAGE, etag)).status).toBe(200);
  });

  it('are of the window that was asked for', async () => {
    expect((await read(`${COVERAGE}?period=7d`, await tagOf(`${COVERAGE}?period=30d`))).status).toBe(200);
  });

  it.each([
    ['any', () => '*', 304],
    ['one of several', (etag: string) => `"a", ${etag}`, 304],
    ['the same one taken for a strong one', (etag: string) => etag.replace('W/', ''), 304],
    ['another', () => 'W/"a"', 200],
  ])('are compared with %s', async (_, header, status) => {
    expect((await read(COVERAGE, header(await tagOf(COVERAGE)))).status).toBe(status);
  });

  it('show whatever was acknowledged before they were asked for, however many ask at once', async () => {
    let recorded = 0;
    const reads: Promise<void>[] = [];
    for (let round = 0; round < 30; round += 1) {
      for (let reader = 0; reader < 4; reader += 1) {
        const acknowledged = recorded;
        reads.push(
          read(COVERAGE).then(({ body }) => {
            expect(body.domains[0]?.session_count ?? 0).toBeGreaterThanOrEqual(acknowledged);
          }),
        );
      }
      expect((await record()).status).toBe(201);
      recorded += 1;
    }
    await Promise.all(reads);
    expect((await read(COVERAGE)).body.domains[0]?.session_count).toBe(30);
  });
});
