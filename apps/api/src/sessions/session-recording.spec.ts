import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';
import { RecordingClient } from '../../test/recording-client.js';

const NOW = '2026-06-30T12:00:00.000Z';

describe('POST /sessions', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let client: RecordingClient;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    application.clock.set(NOW);
    admin = await application.signIn('team_admin');
    client = new RecordingClient(application, admin.token);
  });

  const events = (id: string) =>
    application.database.query<{ kind: string; at: Date; actor_id: string; flow_version: number | null }>(
      `select kind, at, actor_id, flow_version from session_events
       where account_id = $1 and session_id = $2 order by id`,
      [admin.accountId, id],
    );

  it('shows every field it was given, and what follows from them', async () => {
    const flow = await client.newFlow();
    const given = {
      id: newId(),
      external_ref: 'INC1',
      summary: 'No tunnel',
      client: 'Acme',
      problem_domain: ' vpn ',
      confidence_tier: 'guided',
      psa_ticket_id: 'T-1',
      matched_flow_id: flow.id,
      match_confidence: 0.875,
      created_at: '2026-06-30T09:00:00+02:00',
      user_id: admin.userId,
    };
    const { status, body } = await client.record(given);
    expect(status).toBe(201);
    expect(body).toEqual({
      ...given,
      status: 'active',
      created_at: '2026-06-30T07:00:00.000Z',
      matched_at: '2026-06-30T07:00:00.000Z',
      matched_flow_version: 1,
      resolved_at: null,
      escalated_at: null,
      has_note: false,
      has_time_entry: false,
      updated_at: NOW,
    });
    expect((await client.get(body.id)).body).toEqual(body);
    expect(await events(body.id)).toMatchObject([{ kind: 'created', flow_version: 1, actor_id: admin.userId }]);
    expect((await client.flow(flow.id)).last_matched_at).toBe('2026-06-30T07:00:00.000Z');
  });

  it('needs nothing', async () => {
    const { status, body } = await client.record({});
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'active', created_at: NOW, user_id: null, matched_flow_id: null });
  });

  it('takes a blank text for none', async () => {
    const blank = { problem_domain: '  ', summary: '', client: ' ', psa_ticket_id: '\t', external_ref: ' ' };
    expect((await client.record(blank)).body).toMatchObject({
      problem_domain: null,
      summary: null,
      client: null,
      psa_ticket_id: null,
      external_ref: null,
    });
  });

  it('remembers the first spelling of a domain', async () => {
    await client.record({ problem_domain: ' Remote  Access' });
    await client.record({ problem_domain: 'REMOTE ACCESS' });
    const sql = 'select key, name from domains where account_id = $1';
    const domains = await application.database.query(sql, [admin.accountId]);
    expect(domains).toEqual([{ key: 'remote access', name: 'Remote Access' }]);
  });

  it.each([['id'], ['external_ref']])('updates the session known by its %s with the fields given', async (by) => {
    const key = by === 'id' ? newId() : 'INC1';
    await client.record({ [by]: key, summary: 'No tunnel', client: 'Acme' });
    const { status, body } = await client.record({ [by]: key, summary: null, problem_domain: 'VPN' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ [by]: key, summary: null, client: 'Acme', problem_domain: 'VPN' });
    expect((await events(body.id)).map((event) => event.kind)).toEqual(['created', 'updated']);
  });

  it('changes nothing when it is told nothing new', async () => {
    const flow = await client.newFlow();
    const given = {
      external_ref: 'INC1',
      problem_domain: 'VPN',
      matched_flow_id: flow.id,
      match_confidence: 0.5,
      created_at: '2026-06-30T07:00:00Z',
    };
    const first = await client.record(given);
    application.clock.advance(60_000);
    const second = await client.record({ ...given, matched_flow_id: flow.id.toUpperCase() });
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await events(first.body.id)).toHaveLength(1);
    expect((await client.flow(flow.id)).usage_count).toBe(1);
  });

  it('matches a known session now, and not again to the same flow', async () => {
    const [one, other] = [await client.newFlow('One'), await client.newFlow('Other')];
    await client.record({ external_ref: 'INC1', matched_flow_id: one.id, match_confidence: 0.5 });
    application.clock.advance(60_000);
    const amended = await client.record({ external_ref: 'INC1', matched_flow_id: one.id, match_confidence: 0.6 });
    expect(amended.body).toMatchObject({ match_confidence: 0.6, matched_at: NOW });
    const moved = await client.record({ external_ref: 'INC1', matched_flow_id: other.id });
    expect(moved.body).toMatchObject({ match_confidence: null, matched_at: '2026-06-30T12:01:00.000Z' });
    const untied = await client.record({ external_ref: 'INC1', matched_flow_id: null });
    expect(untied.body).toMatchObject({ matched_flow_id: null, matched_at: null, matched_flow_version: null });
    const usage = await Promise.all([one, other].map(async (flow) => (await client.flow(flow.id)).usage_count));
    expect(usage).toEqual([0, 0]);
  });

  it('keeps the version that the flow had, active or not', async () => {
    const flow = await client.newFlow();
    const before = await client.session({ matched_flow_id: flow.id });
    const change = { name: 'Renamed', is_active: false };
    await application.inject({ method: 'PATCH', url: `/flows/${flow.id}`, token: admin.token, payload: change });
    const after = await client.session({ matched_flow_id: flow.id });
    const versions = [before, after].map(async (id) => (await client.get(id)).body.matched_flow_version);
    expect(await Promise.all(versions)).toEqual([1, 2]);
  });

  it('refuses an id and a reference of two sessions', async () => {
    const id = await client.session({});
    await client.session({ external_ref: 'INC1' });
    for (const named of [id, newId()]) {
      expect(await client.record({ id: named, external_ref: 'INC1' })).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      });
    }
    expect(await client.record({ id, external_ref: 'INC2' })).toMatchObject({ status: 200, body: { id } });
  });

  it.each([
    [{ status: 'resolved' }, '/status'],
    [{ summary: 3 }, '/summary'],
    [{ client: 'x'.repeat(201) }, '/client'],
    [{ summary: 'NUL \0' }, '/summary'],
    [{ problem_domain: '\uD800' }, '/problem_domain'],
    [{ problem_domain: '\uFDFA'.repeat(100) }, '/problem_domain'],
    [{ confidence_tier: 'Guided' }, '/confidence_tier'],
    [{ match_confidence: 1.01 }, '/match_confidence'],
    [{ match_confidence: 0.5 }, '/match_confidence'],
    [{ matched_flow_id: 'flow' }, '/matched_flow_id'],
    [{ matched_flow_id: newId() }, '/matched_flow_id'],
    [{ user_id: newId() }, '/user_id'],
    [{ id: 'one' }, '/id'],
    [{ created_at: 'today' }, '/created_at'],
    [{ created_at: '2026-06-30' }, '/created_at'],
    [{ created_at: '2026-06-30T09:00:00' }, '/created_at'],
    [{ created_at: '2025-02-29T09:00:00Z' }, '/created_at'],
    [{ created_at: '2026-06-30T12:05:00.001Z' }, '/created_at'],
    [[{}], ''],
  ])('refuses %j', async (given, pointer) => {
    expect(await client.record(given)).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer }] },
    });
    const sql = 'select 1 from sessions where account_id = $1';
    expect(await application.database.query(sql, [admin.accountId])).toEqual([]);
  });

  it('refuses a beginning after the end', async () => {
    const id = await client.session({ created_at: '2026-06-30T07:00:00Z' });
    await client.step(id, 'resolve', { at: '2026-06-30T08:00:00Z' });
    expect(await client.record({ id, created_at: '2026-06-30T08:00:00.001Z' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/created_at' }] },
    });
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await application.inject({
      method: 'POST',
      url: '/sessions',
      token: admin.token,
      payload: '{"summary": ',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
  });

  it("knows nothing of another account's flows, users and sessions", async () => {
    const foreign = await application.signIn('team_admin');
    const other = new RecordingClient(application, foreign.token);
    const flow = await other.newFlow();
    const taken = await other.session({ external_ref: 'INC1' });
    expect((await client.record({ matched_flow_id: flow.id })).status).toBe(422);
    expect((await client.record({ user_id: foreign.userId })).status).toBe(422);
    expect((await client.get(taken)).status).toBe(404);
    expect((await client.record({ id: taken, external_ref: 'INC1' })).status).toBe(201);
    expect((await other.get(taken)).body.updated_at).toBe(NOW);
  });

  it("makes what an engineer records the engineer's own", async () => {
    const engineer = await application.signIn('engineer', admin.accountId);
    const own = new RecordingClient(application, engineer.token);
    const { body } = await own.record({ external_ref: 'INC1' });
    expect(body.user_id).toBe(engineer.userId);
    expect((await own.record({ user_id: admin.userId })).body).toMatchObject({ errors: [{ pointer: '/user_id' }] });
    expect((await own.record({ user_id: engineer.userId })).status).toBe(201);
    const others = await client.session({ external_ref: 'INC2' });
    expect((await own.record({ external_ref: 'INC2', summary: 'Mine' })).status).toBe(409);
    expect((await own.get(others)).status).toBe(404);
    expect((await own.update(others, { summary: 'Mine' })).status).toBe(404);
    expect((await own.step(others, 'resolve')).status).toBe(404);
    expect((await own.match(others, { flow_id: newId() })).status).toBe(404);
  });

  it('ends a race of creations in one 201, the others 200', async () => {
    const flow = await client.newFlow();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        client.record({ external_ref: 'INC1', problem_domain: 'VPN', matched_flow_id: flow.id }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array<number>(11).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect((await client.flow(flow.id)).usage_count).toBe(1);
  });

  it('answers a retry with the same idempotency key as it did before', async () => {
    const request = {
      method: 'POST',
      url: '/sessions',
      token: admin.token,
      payload: { summary: 'Once' },
      headers: { 'idempotency-key': newId() },
    } as const;
    const answers = await Promise.all([application.inject(request), application.inject(request)]);
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(answers[1].body).toEqual(answers[0].body);
  });
});
