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
