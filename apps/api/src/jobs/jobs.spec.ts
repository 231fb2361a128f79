import { setTimeout as sleep } from 'node:timers/promises';

import type { JobPageDto, JobRunDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../../test/application.js';

const RUN = '/jobs/flow-stats.recalculate/run';

describe('the jobs over HTTP', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication({ jobs: 'inline' });
  });
  afterAll(() => application.stop());

  async function wrongCounters(accountId: string): Promise<void> {
    await application.database.query(
      `insert into flows (account_id, id, name, tree_type, usage_count, resolved_count, created_at, updated_at)
       values ($1, gen_random_uuid(), 'Drops', 'procedural', 7, 3, now(), now())`,
      [accountId],
    );
  }

  it('recalculates the account of who asks, and waits for the result when told', async () => {
    const [mine, other] = [await application.signIn(), await application.signIn()];
    await wrongCounters(mine.accountId);
    await wrongCounters(other.accountId);
    const first = await application.inject({ method: 'POST', url: `${RUN}?wait=true`, token: mine.token });
    expect([first.status, first.body]).toEqual([200, { corrected_flows: 1 }]);
    const again = await application.inject({ method: 'POST', url: `${RUN}?wait=true`, token: mine.token });
    expect(again.body).toEqual({ corrected_flows: 0 });
    const counts = await application.database.query<{ usage_count: number }>('select usage_count from flows where account_id = $1', [other.accountId]);
    expect(counts).toEqual([{ usage_count: 7 }]);
  });

  it('takes a retry for the same run, and keeps no key while it waits for the end', async () => {
    const idle = await startTestApplication({ jobs: 'off' });
    const { token, accountId } = await idle.signIn();
    const headers = { 'idempotency-key': 'again' };
    const ask = () => idle.inject({ method: 'POST', url: `${RUN}?wait=true`, token, headers });
    const first = ask();
    const kept = () => idle.database.query(`select from idempotency_keys where account_id = $1 and response is not null`, [accountId]);
    while ((await kept()).length === 0) await sleep(20);
    const second = ask();
    await idle.database.query(
      `update pgboss.job set state = 'completed', started_on = now(), completed_on = now(), output = '{"corrected_flows": 3}'`,
    );
    for (const answer of [await first, await second]) expect([answer.status, answer.body]).toEqual([200, { corrected_flows: 3 }]);
    expect((await second).headers['idempotency-replayed']).toBe('true');
    expect(await idle.database.query('select from pgboss.job where singleton_key = $1', [accountId])).toHaveLength(1);
    await idle.stop();
  });

  it('lists by pages, and a row a run as CSV', async () => {
    const { token } = await application.signIn();
    await application.inject({ method: 'POST', url: `${RUN}?wait=true`, token });
    const page = (query: string) => application.inject<JobPageDto>({ method: 'GET', url: `/jobs?${query}`, token });
    const { body } = await page('limit=2');
    expect(body.items.map(({ name }) => name)).toEqual(['flow-stats.recalculate', 'expired.sweep']);
    const rest = await page(`limit=2&cursor=${body.next_cursor}`);
    expect([rest.body.items.map(({ name }) => name), rest.body.next_cursor]).toEqual([['psa.reconcile', 'rollups.refresh'], expect.any(String)]);
    const foreign = Buffer.from('["no.job"]').toString('base64url');
    expect(await page(`cursor=${foreign}`)).toMatchObject({ status: 422, body: { errors: [{ pointer: 'cursor' }] } });
    const { text } = await application.inject({ method: 'GET', url: '/jobs.csv', token });
    const [heading, ran, never] = text.replace(/^\uFEFF/, '').split('\r\n');
    expect(heading).toBe('name,schedule,next_run_at,run_id,state,trigger,started_at,duration_ms,result,error');
    expect(ran).toMatch(/^flow-stats\.recalculate,30 2 \* \* \*,.*,completed,demand,.*,corrected_flows=0,$/);
    expect(never).toMatch(/^expired\.sweep,.*,,,,,,,$/);
    const of = (name: string) => application.inject({ method: 'GET', url: `/jobs.csv?name=${name}`, token });
    expect((await of('expired.sweep')).text.replace(/^\uFEFF/, '').split('\r\n').slice(1)).toEqual([never, '']);
    expect(await of('no.job')).toMatchObject({ status: 422, body: { errors: [{ pointer: 'name' }] } });
  });

  it('answers at once when nobody waits', async () => {
    const { token } = await application.signIn();
    const answer = await application.inject<JobRunDto>({ method: 'POST', url: '/jobs/expired.sweep/run', token });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ trigger: 'demand', error: null });
  });

  it('says when each job last ran, how long it took and what it did, to the account alone', async () => {
    const [mine, other] = [await application.signIn(), await application.signIn()];
    await application.inject({ method: 'POST', url: `${RUN}?wait=true`, token: mine.token });
    const listed = await application.inject<JobPageDto>({ method: 'GET', url: '/jobs', token: mine.token });
    expect(listed.status).toBe(200);
    expect(listed.body.items.map(({ name, last_runs: runs }) => [name, runs.length])).toEqual([
      ['flow-stats.recalculate', 1],
      ['expired.sweep', 0],
      ['psa.reconcile', 0],
      ['rollups.refresh', 0],
      ['rollups.verify', 0],
    ]);
    const [run] = listed.body.items[0]?.last_runs ?? [];
    expect(run).toMatchObject({ state: 'completed', result: { corrected_flows: 0 }, error: null });
    expect(Date.parse(run?.started_at ?? '')).toBeLessThanOrEqual(Date.now());
    expect(run?.duration_ms).toBeGreaterThanOrEqual(0);
    const others = await application.inject<JobPageDto>({ method: 'GET', url: '/jobs', token: other.token });
    expect(others.body.items.flatMap(({ last_runs: runs }) => runs)).toEqual([]);
  });

  it('knows no other job, no other wait, and nobody but a team admin', async () => {
    const { token, accountId } = await application.signIn();
    const engineer = await application.signIn('engineer', accountId);
    const key = await application.apiKey(accountId, ['sessions:write']);
    const post = (url: string, who: string) => application.inject({ method: 'POST', url, token: who });
    expect(await post('/jobs/no.job/run', token)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await post(`${RUN}?wait=maybe`, token)).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(await post(RUN, engineer.token)).toMatchObject({ status: 403 });
    expect(await post(RUN, key)).toMatchObject({ status: 403 });
    expect(await application.inject({ method: 'GET', url: '/jobs', token: engineer.token })).toMatchObject({ status: 403 });
  });

  it('shows the jobs where this process does not work on them', async () => {
    const web = await startTestApplication({ jobs: 'off' });
    const { token } = await web.signIn();
    const answer = await web.inject({ method: 'POST', url: RUN, token });
    expect([answer.status, answer.body.state]).toEqual([202, 'queued']);
    await web.stop();
  });
});
