import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';

import { SESSION_STATUSES, type SessionStatus } from '@flowpilot/metrics';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';
import { RecordingClient, type StepName } from '../../test/recording-client.js';

const BEGUN = '2026-06-30T08:00:00.000Z';
const EARLIER = '2026-06-30T11:00:00.000Z';
const NOW = '2026-06-30T12:00:00.000Z';

const STEP_TO: Record<SessionStatus, StepName> = {
  active: 'reopen',
  resolved: 'resolve',
  escalated: 'escalate',
  abandoned: 'abandon',
};
const ALLOWED = new Set([
  'active resolved',
  'active escalated',
  'active abandoned',
  'escalated resolved',
  'resolved active',
  'escalated active',
  'abandoned active',
]);
const PAIRS = SESSION_STATUSES.flatMap((from) => SESSION_STATUSES.map((to) => [from, to] as const));

describe('the steps of a session', () => {
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

  const sessionIn = async (status: SessionStatus, given: object = {}) => {
    const id = await client.session({ created_at: BEGUN, ...given });
    if (status !== 'active') await client.step(id, STEP_TO[status], { at: EARLIER });
    return id;
  };
  const events = (id: string) =>
    application.database.query<{ kind: string; at: Date; note: string | null; flow_version: number | null }>(
      `select kind, at, note, flow_version from session_events
       where account_id = $1 and session_id = $2 order by id`,
      [admin.accountId, id],
    );
  const counters = async (flowId: string) => {
    const flow = await client.flow(flowId);
    return [flow.usage_count, flow.resolved_count, flow.success_rate];
  };

  describe('transitions', () => {
    it.each(PAIRS.filter(([from, to]) => ALLOWED.has(`${from} ${to}`)))('go from %s to %s', async (from, to) => {
      const id = await sessionIn(from);
      const { status, body } = await client.step(id, STEP_TO[to], { at: NOW, note: 'Why' });
      expect(status).toBe(200);
      expect(body.status).toBe(to);
      expect(body.resolved_at).toBe(to === 'resolved' ? NOW : null);
      expect((await events(id)).at(-1)).toMatchObject({ note: 'Why', at: new Date(NOW) });
    });

    it.each(PAIRS.filter(([from, to]) => from !== to && !ALLOWED.has(`${from} ${to}`)))(
      'do not go from %s to %s',
      async (from, to) => {
        const id = await sessionIn(from);
        const before = (await client.get(id)).body;
        expect(await client.step(id, STEP_TO[to])).toMatchObject({
          status: 409,
          body: { code: 'invalid_transition' },
        });
        expect((await client.get(id)).body).toEqual(before);
      },
    );

    it.each(SESSION_STATUSES.map((status) => [status]))('to the same state, %s, change nothing', async (status) => {
      const id = await sessionIn(status);
      const before = (await client.get(id)).body;
      const happened = await events(id);
      application.clock.advance(60_000);
      const answer = await client.step(id, STEP_TO[status], { at: NOW, note: 'Again' });
      expect(answer).toMatchObject({ status: 200, body: before });
      expect(await events(id)).toEqual(happened);
    });

    it('keep the time of the escalation when a senior resolves it, and when it is reopened', async () => {
      const id = await sessionIn('escalated');
      expect((await client.step(id, 'resolve')).body).toMatchObject({ escalated_at: EARLIER, resolved_at: NOW });
      expect((await client.step(id, 'reopen')).body).toMatchObject({ escalated_at: EARLIER, resolved_at: null });
    });

    it('happen after what happened before', async () => {
      const id = await sessionIn('escalated');
      expect(await client.step(id, 'resolve', { at: '2026-06-30T08:59:59Z' })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/at', message: 'at must not be before escalated_at' }] },
      });
      await client.step(id, 'resolve');
      expect(await client.step(id, 'reopen', { at: EARLIER })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/at', message: 'at must not be before resolved_at' }] },
      });
    });

    it('need no time while the clock that told the beginning is ahead', async () => {
      const ahead = '2026-06-30T12:04:00.000Z';
      const id = await client.session({ created_at: ahead });
      expect((await client.step(id, 'escalate')).body.escalated_at).toBe(ahead);
      expect((await client.step(id, 'resolve')).body.resolved_at).toBe(ahead);
    });

    it('need no body, and happen now then', async () => {
      const id = await sessionIn('active');
      expect((await client.step(id, 'resolve')).body.resolved_at).toBe(NOW);
    });

    it.each([
      [{ at: '2026-06-30T12:05:01Z' }, '/at'],
      [{ at: '2026-06-30T07:59:59Z' }, '/at'],
      [{ at: 'now' }, '/at'],
      [{ at: null }, '/at'],
      [{ note: 'x'.repeat(4_001) }, '/note'],
      [{ reason: 'Why' }, '/reason'],
    ])('refuse %j', async (payload, pointer) => {
      const id = await sessionIn('active');
      expect(await client.step(id, 'resolve', payload)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
      expect((await client.get(id)).body.status).toBe('active');
    });
  });

  describe('a match', () => {
    it('sets time, version and confidence anew, whatever they were', async () => {
      const flow = await client.newFlow();
      const id = await client.session({ created_at: BEGUN, matched_flow_id: flow.id, match_confidence: 0.5 });
      await application.inject({
        method: 'PATCH',
        url: `/flows/${flow.id}`,
        token: admin.token,
        payload: { name: 'Renamed' },
      });
      const { status, body } = await client.match(id, { flow_id: flow.id });
      expect(status).toBe(200);
      expect(body).toMatchObject({ match_confidence: null, matched_at: NOW, matched_flow_version: 2 });
      expect(await counters(flow.id)).toEqual([1, 0, 0]);
      expect((await events(id)).map((event) => [event.kind, event.flow_version])).toEqual([
        ['created', 1],
        ['matched', 2],
      ]);
    });

    it('cannot be before the session', async () => {
      const flow = await client.newFlow();
      const id = await client.session({ created_at: BEGUN });
      const matchedAt = '2026-06-30T07:59:59Z';
      expect(await client.match(id, { flow_id: flow.id, matched_at: matchedAt })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/matched_at', message: 'matched_at must not be before created_at' }] },
      });
      await client.match(id, { flow_id: flow.id, matched_at: BEGUN });
      const late = { id, created_at: EARLIER };
      expect(await client.record(late)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/created_at' }] } });
    });

    it('of a resolved session takes the success along', async () => {
      const [one, other] = [await client.newFlow('One'), await client.newFlow('Other')];
      const id = await client.session({ created_at: BEGUN, matched_flow_id: one.id });
      await client.step(id, 'resolve');
      expect(await counters(one.id)).toEqual([1, 1, 1]);
      await client.match(id, { flow_id: other.id, confidence: 0.25 });
      expect([await counters(one.id), await counters(other.id)]).toEqual([
        [0, 0, null],
        [1, 1, 1],
      ]);
    });

    it('from A to B to A counts once, and remembers the latest match of each', async () => {
      const [one, other] = [await client.newFlow('One'), await client.newFlow('Other')];
      const id = await client.session({ created_at: BEGUN, matched_flow_id: one.id });
      await client.match(id, { flow_id: other.id, matched_at: EARLIER });
      await client.match(id, { flow_id: one.id, matched_at: BEGUN });
      expect([await counters(one.id), await counters(other.id)]).toEqual([
        [1, 0, 0],
        [0, 0, null],
      ]);
      expect((await client.flow(other.id)).last_matched_at).toBe(EARLIER);
      await client.match(id, { flow_id: one.id, matched_at: NOW });
      await client.match(id, { flow_id: one.id, matched_at: BEGUN });
      expect((await client.flow(one.id)).last_matched_at).toBe(NOW);
    });

    it.each([
      [{}, '/flow_id'],
      [{ flow_id: newId() }, '/flow_id'],
      [{ flow_id: 'flow' }, '/flow_id'],
    ])('refuses %j', async (payload, pointer) => {
      const id = await sessionIn('active');
      expect(await client.match(id, payload)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    });

    it('refuses a bad confidence or time, and another account’s flow', async () => {
      const flow = await client.newFlow();
      const id = await sessionIn('active');
      for (const bad of [{ confidence: -0.1 }, { confidence: '1' }, { matched_at: '2026-06-30T12:06:00Z' }]) {
        expect((await client.match(id, { flow_id: flow.id, ...bad })).status).toBe(422);
      }
      const other = new RecordingClient(application, (await application.signIn('team_admin')).token);
      expect((await other.match(await other.session(), { flow_id: flow.id })).status).toBe(422);
      expect((await other.match(id, { flow_id: flow.id })).status).toBe(404);
    });
  });

  it('count a reopening and a second resolution as what they are', async () => {
    const flow = await client.newFlow();
    const id = await client.session({ created_at: BEGUN, matched_flow_id: flow.id });
    const seen = [];
    for (const name of ['resolve', 'reopen', 'escalate', 'resolve', 'reopen', 'abandon'] as const) {
      await client.step(id, name);
      seen.push((await client.flow(flow.id)).resolved_count);
    }
    expect(seen).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('change what is known of the problem', async () => {
    const id = await client.session({ problem_domain: 'VPN', client: 'Acme' });
    const { body } = await client.update(id, { problem_domain: 'Mail', client: '', confidence_tier: 'exploring' });
    expect(body).toMatchObject({ problem_domain: 'Mail', client: null, confidence_tier: 'exploring' });
    expect((await client.update(id, { status: 'resolved' })).status).toBe(422);
    expect((await client.update(newId(), { client: 'Acme' })).status).toBe(404);
    expect((await events(id)).map((event) => event.kind)).toEqual(['created', 'updated']);
  });

  it('end with a deletion that leaves what reached the PSA', async () => {
    const flow = await client.newFlow();
    const id = await client.session({ created_at: BEGUN, matched_flow_id: flow.id });
    await client.step(id, 'resolve');
    const { body: note } = await client.activity({ activity_type: 'note_posted', session_id: id });
    expect((await client.get(id)).body.has_note).toBe(true);
    const engineer = await application.signIn('engineer', admin.accountId);
    expect((await new RecordingClient(application, engineer.token).remove(id)).status).toBe(403);
    const stranger = await application.signIn('team_admin');
    expect((await new RecordingClient(application, stranger.token).remove(id)).status).toBe(404);
    expect((await client.remove(id)).status).toBe(204);
    expect((await client.remove(id)).status).toBe(404);
    expect((await client.step(id, 'reopen')).status).toBe(404);
    expect(await counters(flow.id)).toEqual([0, 0, null]);
    expect((await client.flow(flow.id)).last_matched_at).toBe(BEGUN);
    const sql = 'select id, session_id from psa_activity_logs where account_id = $1';
    expect(await application.database.query(sql, [admin.accountId])).toEqual([{ id: note.id, session_id: null }]);
    expect(await events(id)).toEqual([]);
    expect((await client.activity({ activity_type: 'note_posted', session_id: id })).status).toBe(422);
  });
});
