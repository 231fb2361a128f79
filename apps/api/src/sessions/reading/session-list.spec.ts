import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { startTestApplication, type TestApplication } from '../../../test/application.js';
import { RecordingClient } from '../../../test/recording-client.js';

const NOW = '2026-06-30T12:00:00.000Z';
const at = (time: string) => new Date(`2026-06-${time}:00Z`);

describe('GET /sessions', () => {
  let application: TestApplication;
  let scenario: Scenario;
  let client: RecordingClient;
  let engineer: RecordingClient;
  let flowId: string;
  let engineerId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set(NOW);
    scenario = await Scenario.start(application.database, { timeZone: 'Europe/Berlin' });
    client = new RecordingClient(application, (await application.signIn('team_admin', scenario.accountId)).token);
    const signedIn = await application.signIn('engineer', scenario.accountId);
    engineer = new RecordingClient(application, signedIn.token);
    engineerId = signedIn.userId;
    flowId = (await scenario.flow()).id;
    const linked = { ticket: 'T', domain: 'Mail' };
    const first = await scenario.session({ summary: 'a', createdAt: at('30T09:00'), domain: ' vpn ', tier: 'guided', flowId });
    await scenario.session({ summary: 'b', createdAt: at('30T08:00'), status: 'resolved', tier: 'exploring', client: 'Acme' });
    const engineers = await scenario.session({ summary: 'c', createdAt: at('29T08:00'), ...linked, status: 'abandoned', userId: engineerId });
    await scenario.session({ summary: 'd', createdAt: at('28T08:00'), ...linked, hasNote: true, status: 'resolved' });
    await scenario.session({ summary: 'e', createdAt: at('27T08:00'), ...linked, hasNote: true, hasTimeEntry: true });
    const skipping = await scenario.session({ summary: 'f', createdAt: at('26T08:00'), ...linked, hasTimeEntry: true });
    await scenario.session({ summary: 'g', createdAt: at('25T08:00'), hasNote: true, hasTimeEntry: true });
    await scenario.session({ summary: 'h', createdAt: at('29T12:30'), ...linked, status: 'escalated' });
    await scenario.session({ summary: 'i', createdAt: at('29T10:30'), ...linked, status: 'escalated' });
    // The 1st of June begins at 22:00 UTC in Berlin; 30d begins with it.
    await scenario.session({ summary: 'in', createdAt: new Date('2026-05-31T22:00:00Z') });
    await scenario.session({ summary: 'out', createdAt: new Date('2026-05-31T21:59:59.999Z') });
    const longAgo = new Date('2026-02-01T09:00:00Z');
    const old = await scenario.session({ summary: 'old', createdAt: longAgo, flowId, confidence: 0.5 });
    for (const { id } of [first, first, old]) await scenario.activity({ createdAt: at('30T10:00'), sessionId: id });
    await scenario.activity({ createdAt: new Date('2026-05-20T09:00:00Z'), sessionId: skipping.id });
    await scenario.activity({ createdAt: at('29T10:00'), sessionId: engineers.id, type: 'status_updated' });
    const foreign = await Scenario.start(application.database);
    await foreign.session({ summary: 'foreign', createdAt: at('30T09:00'), domain: 'VPN' });
  });
  afterAll(() => application.stop());

  const found = async (query: string, by = client) => {
    const { status, body } = await by.list(query);
    expect(status).toBe(200);
    return body.items.map((session) => session.summary).join(' ');
  };

  it.each([
    ['', 'a b h i c d e f g in'],
    ['?period=7d', 'a b h i c d e f g'],
    ['?from=2026-05-31&to=2026-05-31', 'out'],
    ['?domain=VPN', 'a'],
    ['?domain=%20m%20AIL', ''],
    ['?domain=%20MAIL', 'h i c d e f'],
    ['?unmapped=true', 'b g in'],
    ['?status=resolved', 'b d'],
    ['?status=resolved&status=abandoned', 'b c d'],
    ['?confidence_tier=guided&confidence_tier=exploring', 'a b'],
    ['?confidence_tier=none&period=7d', 'h i c d e f g'],
    ['?client=Acme', 'b'],
    ['?client=acme', ''],
    ['?step=linked_to_ticket', 'h i c d e f'],
    ['?step=doc_pushed', 'd e'],
    ['?step=time_entry_logged', 'e'],
    ['?lost_after=total_sessions', 'a b g in'],
    ['?lost_after=linked_to_ticket', 'h i c f'],
    ['?lost_after=doc_pushed', 'd'],
    ['?matched=true', 'a'],
    ['?has_confidence=true', ''],
    // The window before ends as its last day reached the time that it is now.
    ['?previous=true', ''],
    ['?from=2026-06-01&to=2026-06-29&previous=true', 'out'],
    ['?from=2026-06-26&to=2026-06-26&previous=true', 'g'],
    ['?entry_in_window=true&period=7d', 'a old'],
    ['?entry_in_window=true&previous=true', 'f'],
    ['?entry_in_window=true&status=resolved', ''],
    ['?skipped_a_step=true', 'a f g'],
    ['?unlogged=true', 'i d'],
    ['?unlogged=true&status=resolved', 'd'],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toBe(expected);
  });

  it('by flow and by user', async () => {
    expect(await found(`?flow_id=${flowId}`)).toBe('a');
    expect(await found(`?user_id=${engineerId}`)).toBe('c');
  });

  it('of a flow, whenever they began', async () => {
    expect(await found(`?flow_id=${flowId}&lifetime=true`)).toBe('a old');
    expect(await found(`?flow_id=${flowId}&lifetime=true&has_confidence=true`)).toBe('old');
    expect(await found(`?flow_id=${flowId}&lifetime=true`, engineer)).toBe('');
  });

  it.each(['', '&period=30d', '&from=2026-06-01&to=2026-06-02', '&previous=true', '&entry_in_window=true'])(
    'refuses a lifetime without a flow, or beside a window (%s)',
    async (beside) => {
      const flow = beside === '' ? '' : `&flow_id=${flowId}`;
      for (const path of ['/sessions', '/sessions.csv']) {
        const url = `${path}?lifetime=true${flow}${beside}`;
        const answer = await application.inject({ method: 'GET', url, token: client.token });
        expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: 'lifetime' }] } });
      }
    },
  );

  it('shows an engineer their own, whatever they ask for', async () => {
    expect(await found('', engineer)).toBe('c');
    expect(await found('?status=resolved', engineer)).toBe('');
    expect(await found('?user_id=00000000-0000-0000-0000-000000000000', engineer)).toBe('');
  });

  it('pages through equal times without loss', async () => {
    const crowded = await Scenario.start(application.database);
    const made = await crowded.sessions(7, { createdAt: at('30T09:00') });
    const { token } = await application.signIn('team_admin', crowded.accountId);
    const pager = new RecordingClient(application, token);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await pager.list(`?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((session) => session.id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(made.map((session) => session.id).sort().reverse());
  });

  it.each([
    ['?status=open', 'status'],
    ['?status=resolved&status=open', 'status'],
    ['?confidence_tier=null', 'confidence_tier'],
    ['?unmapped=yes', 'unmapped'],
    ['?step=pushed', 'step'],
    ['?flow_id=1', 'flow_id'],
    ['?lost_after=time_entry_logged', 'lost_after'],
    ['?previous=false', 'previous'],
    ['?period=8d', 'period'],
    ['?period=7d&from=2026-06-01&to=2026-06-02', 'period'],
    ['?from=2026-06-31&to=2026-06-31', 'from'],
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?cursor=abc', 'cursor'],
    [`?cursor=${Buffer.from('["yesterday","1"]').toString('base64url')}`, 'cursor'],
    ['?order=asc', 'order'],
    ['?domain=%00', 'domain'],
  ])('refuses %s', async (query, pointer) => {
    expect(await client.list(query)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it.each(['', '?period=7d', '?step=doc_pushed', '?unlogged=true', '?domain=nothing'])('counts as it lists: %s', async (query) => {
    for (const by of [client, engineer]) {
      const { status, body } = await application.inject({ method: 'GET', url: `/sessions/count${query}`, token: by.token });
      const { body: listed } = await by.list(query);
      expect([status, body]).toEqual([200, { count: listed.items.length, more: false }]);
    }
  });

  it('counts all that was ever recorded', async () => {
    const url = '/sessions/count?lifetime=true';
    const { status, body } = await application.inject({ method: 'GET', url, token: client.token });
    expect([status, body]).toEqual([200, { count: 12, more: false }]);
  });

  it('refuses to count what it would not list', async () => {
    const beside = { method: 'GET', url: '/sessions/count?lifetime=true&period=30d', token: client.token } as const;
    expect(await application.inject(beside)).toMatchObject({ status: 422, body: { errors: [{ pointer: 'lifetime' }] } });
    const refused = { method: 'GET', url: '/sessions/count?limit=5', token: client.token } as const;
    expect((await application.inject(refused)).status).toBe(422);
  });

  it('names engineers and flows in the file', async () => {
    const csv = async (query: string) => (await application.inject({ method: 'GET', url: `/sessions.csv?${query}`, token: client.token })).text;
    expect(await csv(`user_id=${engineerId}`)).toMatch(/,2026-06-29 10:00:00,Person \w+,\r\n$/);
    const [flow] = await application.database.query<{ name: string }>('select name from flows where account_id = $1 and id = $2', [scenario.accountId, flowId]);
    expect(await csv(`flow_id=${flowId}`)).toContain(`,2026-06-30 11:00:00,,${flow?.name ?? 'no flow'}\r\n`);
  });

  it('exports all that the filter admits', async () => {
    const url = '/sessions.csv?step=doc_pushed';
    const { text, headers } = await application.inject({ method: 'GET', url, token: client.token });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(',resolved,Mail,,,d,');
    expect(lines[0]).toMatch(/,updated_at,created_local,engineer,matched_flow$/);
    expect(lines[1]).toMatch(/,2026-06-28 10:00:00,,$/);
    const refused = { method: 'GET', url: '/sessions.csv?period=8d', token: client.token } as const;
    expect((await application.inject(refused)).status).toBe(422);
  });
});
