import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../test/application.js';
import { RecordingClient } from '../../test/recording-client.js';
import { FlowStatsRecalculation } from './flow-stats-recalculation.js';

const CLIENTS = 16;
const ACTIONS_A_CLIENT = 20;
const REFERENCES = 24;

describe('the counters under races', () => {
  let application: TestApplication;
  let accountId: string;
  let client: RecordingClient;
  const flowIds: string[] = [];

  beforeAll(async () => {
    application = await startTestApplication();
    const admin = await application.signIn('team_admin');
    accountId = admin.accountId;
    client = new RecordingClient(application, admin.token);
    for (const name of ['A', 'B', 'C']) flowIds.push((await client.newFlow(name)).id);
  });
  afterAll(() => application.stop());

  it('equal the counts, and the recalculation corrects none, even while they move', async () => {
    const statuses = new Map<number, number>();
    const act = async (random: () => number) => {
      for (let done = 0; done < ACTIONS_A_CLIENT; done += 1) {
        const { status } = await actionOf(random);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, seed) => act(randomOf(seed + 1)));
    const recalculating = recalculateUntil(Promise.all(clients));
    await Promise.all(clients);
    expect(await recalculating).toBe(0);
    expect([...statuses.keys()].filter((status) => ![200, 201, 204, 404, 409, 422].includes(status))).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(CLIENTS);
    expect(await stored()).toEqual(await counted());
    expect(await application.app.get(FlowStatsRecalculation).run(accountId)).toEqual({ corrected_flows: 0 });
  }, 120_000);

  async function actionOf(random: () => number): Promise<{ status: number }> {
    const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
    const external_ref = `R${Math.floor(random() * REFERENCES)}`;
    const flow = any(flowIds);
    const action = random();
    if (action < 0.25) return client.record({ external_ref, matched_flow_id: flow });
    const second = { external_ref: `${external_ref}b`, matched_flow_id: any(flowIds) };
    if (action < 0.35) return bulk([{ external_ref, matched_flow_id: flow }, second]);
    const id = (await client.record({ external_ref })).body.id;
    if (action < 0.6) return client.match(id, { flow_id: flow });
    if (action < 0.7) return client.remove(id);
    if (action < 0.75) return client.activity({ activity_type: 'note_posted', session_id: id });
    return client.step(id, any(['resolve', 'resolve', 'escalate', 'abandon', 'reopen']));
  }

  function bulk(lines: readonly object[]): Promise<{ status: number }> {
    return application.inject({
      method: 'POST',
      url: '/sessions/bulk',
      token: client.token,
      payload: lines.map((line) => JSON.stringify(line)).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    });
  }

  /** How many flows it corrected: none, if neither it nor the writers miss what the other does. */
  async function recalculateUntil(end: Promise<unknown>): Promise<number> {
    const state = { isOver: false };
    void end.finally(() => (state.isOver = true));
    let corrected = 0;
    while (!state.isOver) corrected += (await application.app.get(FlowStatsRecalculation).run(accountId)).corrected_flows;
    return corrected;
  }

  const stored = () =>
    application.database.query(
      `select flows.id, flows.usage_count, flows.resolved_count, flows.success_rate::float8 as success_rate
       from flows where flows.account_id = $1 order by flows.id`,
      [accountId],
    );

  const counted = () =>
    application.database.query(
      `select flows.id, count(sessions.id)::int as usage_count,
              count(*) filter (where sessions.status = 'resolved')::int as resolved_count,
              round(count(*) filter (where sessions.status = 'resolved')::numeric / nullif(count(sessions.id), 0), 3)::float8
                as success_rate
       from flows
       left join sessions on sessions.account_id = flows.account_id and sessions.matched_flow_id = flows.id
       where flows.account_id = $1 group by flows.id order by flows.id`,
      [accountId],
    );
});

/** The same numbers in 0..1 for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
