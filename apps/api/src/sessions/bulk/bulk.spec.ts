import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';

import type { BulkResultDto, FlowDto } from '@flowpilot/contracts';

import { type SignedIn, startTestApplication, type TestApplication } from '../../../test/application.js';
import { RecordingClient } from '../../../test/recording-client.js';

const NOW = '2026-06-30T12:00:00.000Z';
const BEGUN = '2026-06-30T08:00:00.000Z';
const LATER = '2026-06-30T09:00:00.000Z';

describe('POST /sessions/bulk', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let client: RecordingClient;
  let flow: FlowDto;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.stop());
  beforeEach(async () => {
    application.clock.set(NOW);
    admin = await application.signIn('team_admin');
    client = new RecordingClient(application, admin.token);
    flow = await client.newFlow();
  });

  const send = async (payload: string | Buffer, token = admin.token) =>
    application.inject<BulkResultDto>({
      method: 'POST',
      url: '/sessions/bulk',
      token,
      payload,
      headers: { 'content-type': 'application/x-ndjson' },
    });
  const sendLines = async (...lines: object[]) => {
    const { status, body } = await send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(status).toBe(200);
    return body;
  };
  const session = async (ref: string) => (await client.record({ external_ref: ref })).body;
  const stored = async () => {
    const [row] = await application.database.query<{ count: number; touched: Date | null }>(
      'select count(*)::int as count, max(updated_at) as touched from sessions where account_id = $1',
      [admin.accountId],
    );
    return row;
  };
  const result = (accepted: number, updated = 0, unchanged = 0, rejected: BulkResultDto['rejected'] = []) => ({
    accepted,
    updated,
    unchanged,
    rejected_count: rejected.length,
    rejected,
  });

  it('stores a session a line, with all that happened to it', async () => {
    const lines = [
      { external_ref: 'A', created_at: BEGUN, problem_domain: 'VPN', matched_flow_id: flow.id, match_confidence: 0.5 },
      { external_ref: 'R', created_at: BEGUN, status: 'resolved', resolved_at: LATER, matched_flow_id: flow.id },
      { external_ref: 'E', created_at: BEGUN, status: 'escalated' },
      { external_ref: 'F', created_at: BEGUN, status: 'escalated', escalated_at: LATER },
      { external_ref: 'S', created_at: BEGUN, status: 'resolved', escalated_at: BEGUN, resolved_at: LATER },
      { external_ref: 'X', created_at: BEGUN, status: 'abandoned', matched_flow_id: flow.id, matched_at: LATER },
    ];
    expect(await sendLines(...lines)).toEqual(result(6));
    expect(await session('A')).toMatchObject({ status: 'active', matched_at: BEGUN, match_confidence: 0.5 });
    expect(await session('R')).toMatchObject({ status: 'resolved', resolved_at: LATER, escalated_at: null });
    expect(await session('E')).toMatchObject({ status: 'escalated', escalated_at: BEGUN, resolved_at: null });
    expect(await session('F')).toMatchObject({ status: 'escalated', escalated_at: LATER });
    expect(await session('S')).toMatchObject({ status: 'resolved', escalated_at: BEGUN, resolved_at: LATER });
    expect(await session('X')).toMatchObject({ status: 'abandoned', matched_at: LATER });
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 3, resolved_count: 1, last_matched_at: LATER });
    const events = await application.database.query<{ kinds: string[] }>(
      `select array_agg(concat_ws(' ', session_events.kind, to_char(session_events.at, 'HH24'), session_events.flow_version)
                         order by session_events.id) as kinds
       from session_events join sessions on sessions.account_id = session_events.account_id
         and sessions.id = session_events.session_id
       where sessions.account_id = $1 group by sessions.external_ref order by sessions.external_ref`,
      [admin.accountId],
    );
    expect(events.map((row) => row.kinds)).toEqual([
      ['created 08 1'],
      ['created 08', 'escalated 08'],
      ['created 08', 'escalated 09'],
      ['created 08 1', 'resolved 09'],
      ['created 08', 'escalated 08', 'resolved 09'],
      ['created 08', 'matched 09 1', 'abandoned 08'],
    ]);
  });

  it('changes nothing when it is told the same again', async () => {
    const lines = [
      { external_ref: 'A', created_at: BEGUN, problem_domain: 'VPN', matched_flow_id: flow.id, match_confidence: 0.1 },
      { external_ref: 'R', created_at: BEGUN, status: 'resolved', resolved_at: LATER, summary: ' ', client: null },
      { external_ref: 'E', created_at: BEGUN, status: 'escalated', confidence_tier: 'guided' },
    ];
    await sendLines(...lines);
    const before = await stored();
    application.clock.advance(60_000);
    expect(await sendLines(...lines)).toEqual(result(0, 0, 3));
    expect(await stored()).toEqual(before);
  });

  it('updates what is known, by the transitions', async () => {
    await sendLines({ external_ref: 'A', created_at: BEGUN }, { external_ref: 'B', created_at: BEGUN, status: 'abandoned' });
    const answer = await sendLines(
      { external_ref: 'A', status: 'escalated', escalated_at: BEGUN },
      { external_ref: 'A', status: 'resolved', resolved_at: LATER, matched_flow_id: flow.id },
      { external_ref: 'A', status: 'abandoned' },
      { external_ref: 'A', resolved_at: NOW },
      { external_ref: 'B', status: 'resolved', resolved_at: LATER },
      { external_ref: 'B', status: 'active', client: 'Acme' },
    );
    const impossible = (line: number, message: string) => ({ line, code: 'invalid_transition', message });
    expect(answer).toEqual(
      result(0, 4, 0, [
        impossible(3, 'A session that is resolved cannot become abandoned.'),
        impossible(5, 'A session that is abandoned cannot become resolved.'),
      ]),
    );
    expect(await session('A')).toMatchObject({ status: 'resolved', resolved_at: NOW, escalated_at: BEGUN, matched_at: NOW });
    expect(await session('B')).toMatchObject({ status: 'active', client: 'Acme' });
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 1, resolved_count: 1 });
  });

  it('takes an escalation of a known session that says no time as one of now, and only once', async () => {
    await sendLines({ external_ref: 'A', created_at: BEGUN, status: 'escalated' }, { external_ref: 'B', created_at: BEGUN });
    await sendLines({ external_ref: 'A', status: 'active' });
    expect(await session('A')).toMatchObject({ status: 'active', escalated_at: BEGUN });
    const lines = [{ external_ref: 'A', status: 'escalated' }, { external_ref: 'B', status: 'escalated' }];
    await sendLines(...lines);
    application.clock.advance(60_000);
    expect(await sendLines(...lines)).toEqual(result(0, 0, 2));
    expect(await session('A')).toMatchObject({ status: 'escalated', escalated_at: NOW });
    expect(await session('B')).toMatchObject({ status: 'escalated', escalated_at: NOW });
  });

  it('takes a match of a known session that says no time as one of now, and only once', async () => {
    await sendLines({ external_ref: 'A', created_at: BEGUN });
    const line = { external_ref: 'A', created_at: BEGUN, matched_flow_id: flow.id };
    expect(await sendLines(line)).toEqual(result(0, 1));
    application.clock.advance(60_000);
    expect(await sendLines(line)).toEqual(result(0, 0, 1));
    expect(await session('A')).toMatchObject({ matched_at: NOW });
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 1, last_matched_at: NOW });
  });

  it('takes repetitions within a body in their order', async () => {
    const other = await client.newFlow('Other');
    const answer = await sendLines(
      { external_ref: 'A', created_at: BEGUN, matched_flow_id: flow.id },
      { external_ref: 'A', matched_flow_id: other.id, matched_at: LATER },
      { external_ref: 'A', created_at: BEGUN, matched_flow_id: flow.id },
      { external_ref: 'A', summary: 'Last' },
      { external_ref: 'A', summary: 'Last' },
    );
    expect(answer).toEqual(result(1, 3, 1));
    expect(await session('A')).toMatchObject({ summary: 'Last', matched_flow_id: flow.id });
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 1 });
    expect(await client.flow(other.id)).toMatchObject({ usage_count: 0, last_matched_at: LATER });
  });

  it('passes a reference on within a body', async () => {
    const id = newId();
    await sendLines({ id, external_ref: 'A' });
    expect(await sendLines({ id, external_ref: 'B' }, { external_ref: 'A', summary: 'New' })).toEqual(result(1, 1));
    expect((await client.get(id)).body.external_ref).toBe('B');
    expect(await session('A')).toMatchObject({ summary: 'New' });
  });

  it('reports every bad line and stores every good one', async () => {
    const bad: [string | Buffer, string, RegExp][] = [
      ['{"summary": "cut', 'malformed_request', /not valid JSON/],
      ['[1]', 'validation_failed', /JSON object/],
      ['null', 'validation_failed', /JSON object/],
      ['{"state": "active"}', 'validation_failed', /state is not a known field/],
      ['{"has_note": true}', 'validation_failed', /has_note is not a known field/],
      ['{"summary": "\\u0000"}', 'validation_failed', /summary must not hold NUL/],
      ['{"client": "\\ud800"}', 'validation_failed', /client must not hold NUL/],
      [Buffer.from([0x7b, 0xff, 0x7d]), 'malformed_request', /UTF-8/],
      [`{"summary": "${'x'.repeat(70_000)}"}`, 'payload_too_large', /longer than 65536 bytes/],
      ['{"status": "resolved"}', 'validation_failed', /needs resolved_at/],
      [`{"resolved_at": "${LATER}"}`, 'validation_failed', /needs the status resolved/],
      [`{"status":"resolved","created_at":"${LATER}","resolved_at":"${BEGUN}"}`, 'validation_failed', /not be before created_at/],
      [`{"status":"escalated","created_at":"${LATER}","escalated_at":"${BEGUN}"}`, 'validation_failed', /not be before/],
      [`{"status":"resolved","created_at":"${BEGUN}","escalated_at":"${NOW}","resolved_at":"${LATER}"}`, 'validation_failed', /resolved_at must not be before escalated_at/],
      [`{"created_at":"${LATER}","matched_at":"${BEGUN}","matched_flow_id":"${flow.id}"}`, 'validation_failed', /matched_at must not be before created_at/],
      ['{"created_at":"2026-06-30T12:05:01Z"}', 'validation_failed', /created_at must not be more than 5 minutes/],
      [`{"matched_at":"${BEGUN}"}`, 'validation_failed', /matched_at needs matched_flow_id/],
      [`{"matched_flow_id":"${newId()}"}`, 'validation_failed', /must be a flow of the account/],
      [`{"user_id":"${newId()}"}`, 'validation_failed', /must be a user of the account/],
    ];
    const good = '{"summary": "good"}';
    const parts = bad.flatMap(([line]) => [Buffer.from(good), Buffer.from('\n'), Buffer.from(line), Buffer.from('\n')]);
    const { status, body } = await send(Buffer.concat(parts));
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: bad.length, rejected_count: bad.length });
    expect(body.rejected.map((line) => line.line)).toEqual(bad.map((_, index) => 2 * index + 2));
    for (const [index, [, code, message]] of bad.entries()) {
      expect(body.rejected[index]).toMatchObject({ code, message: expect.stringMatching(message) });
    }
    expect(await stored()).toMatchObject({ count: bad.length });
  });

  it('counts physical lines, skips blank ones, and reports a last line that was cut off', async () => {
    const { body } = await send('\n{"external_ref":"A"}\r\n\r\n{"external_ref":"B"}\n{"external_ref":"C');
    expect(body).toEqual(
      result(2, 0, 0, [{ line: 5, code: 'malformed_request', message: 'The line is not valid JSON, or was cut off.' }]),
    );
  });

  it('names the first 1,000 rejections and counts all', async () => {
    const { body } = await send('{}}\n'.repeat(2_345));
    expect(body).toMatchObject({ accepted: 0, rejected_count: 2_345 });
    expect(body.rejected).toHaveLength(1_000);
    expect(body.rejected.at(-1)).toMatchObject({ line: 1_000 });
  });

  it('stores many batches and counts them exactly', async () => {
    // More than the limit of other bodies.
    const summary = 'x'.repeat(1_000);
    const lines = Array.from({ length: 1_700 }, (_, n) => ({ external_ref: `R${n % 1_500}`, summary, matched_flow_id: flow.id }));
    expect(await sendLines(...lines)).toEqual(result(1_500, 0, 200));
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 1_500 });
    expect(await sendLines()).toEqual(result(0));
  });

  it('stores the others when the database refuses one', async () => {
    const { accountId } = admin;
    await application.database.query(
      `alter table sessions add constraint no_teapot check (account_id <> '${accountId}' or summary <> 'teapot')`,
    );
    const answer = await sendLines({ summary: 'cup' }, { summary: 'teapot' }, { external_ref: 'A' }, { external_ref: 'A' });
    expect(answer).toEqual(
      result(2, 0, 1, [{ line: 2, code: 'internal_error', message: 'The line could not be stored.' }]),
    );
    await application.database.query('alter table sessions drop constraint no_teapot');
  });

  it('comes out right when several clients send the same at once', async () => {
    const lines = Array.from({ length: 600 }, (_, n) => ({ external_ref: `R${n}`, problem_domain: `D${n % 7}`, matched_flow_id: flow.id }));
    const orders = [lines, [...lines].reverse(), lines, [...lines].reverse()];
    const answers = await Promise.all(orders.map((order) => sendLines(...order)));
    const total = (key: 'accepted' | 'updated' | 'unchanged' | 'rejected_count') =>
      answers.reduce((sum, answer) => sum + answer[key], 0);
    expect([total('accepted'), total('updated'), total('unchanged'), total('rejected_count')]).toEqual([600, 0, 1_800, 0]);
    expect(await client.flow(flow.id)).toMatchObject({ usage_count: 600 });
  });

  it('keeps what it stored when the connection breaks off', async () => {
    await application.app.listen(0, '127.0.0.1');
    const sending = request(`${await application.app.getUrl()}/api/v1/sessions/bulk`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${admin.token}` },
    });
    sending.on('error', () => undefined);
    for (let n = 0; n < 600; n += 1) sending.write(`{"external_ref":"R${n}"}\n`);
    while ((await stored())?.count !== 500) await setTimeout(20);
    sending.destroy();
    await setTimeout(100);
    expect(await stored()).toMatchObject({ count: 500 });
    expect((await client.record({})).status).toBe(201);
  });

  it('takes NDJSON only, from those who may write', async () => {
    const json = { method: 'POST', url: '/sessions/bulk', token: admin.token, payload: {} } as const;
    expect(await application.inject(json)).toMatchObject({ status: 415 });
    const engineer = await application.signIn('engineer', admin.accountId);
    expect((await send('{}', engineer.token)).status).toBe(403);
    const key = await application.apiKey(admin.accountId, ['sessions:write']);
    expect((await send('{}', key)).status).toBe(200);
    expect((await send('{}', await application.apiKey(admin.accountId, ['sessions:read']))).status).toBe(403);
  });

  it('tells the planner of the sessions of a database that had none, while they still arrive', async () => {
    const known = async () => {
      const [row] = await application.database.query<{ rows: number }>(
        `select reltuples::float8 as rows from pg_class where oid = 'sessions'::regclass`,
      );
      return row?.rows ?? 0;
    };
    // As PostgreSQL leaves a table that was never looked at.
    await application.database.query(`update pg_class set reltuples = -1 where oid = 'sessions'::regclass`);
    await sendLines(...Array.from({ length: 501 }, () => ({ created_at: BEGUN })));
    expect(await known()).toBeGreaterThanOrEqual(500);
  });
});
