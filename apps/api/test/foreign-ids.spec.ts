import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ACCESS_TABLE } from './access-table.js';
import type { SignedIn, TestApplication, TestRequest } from './application.js';
import { ConnectedAccount } from './connected-account.js';
import { importRequest } from './import-request.js';
import { connectWiseInput } from './psa-connection.js';

/** A body that the route would take, so that only the id is in the way. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /users/:id': { name: 'Taken over' },
  'PATCH /categories/:id': { name: 'Taken over' },
  'PATCH /flows/:id': { name: 'Taken over' },
  'POST /flows/:id/versions/:version/restore': {},
  'PATCH /sessions/:id': { summary: 'Taken over' },
  'POST /sessions/:id/resolve': {},
  'POST /sessions/:id/escalate': {},
  'POST /sessions/:id/abandon': {},
  'POST /sessions/:id/reopen': {},
  'POST /sessions/:id/psa/notes': { text: 'Not mine' },
  'POST /sessions/:id/psa/time-entries': { hours: 1 },
  'POST /sessions/:id/psa/status': { status: 'Closed' },
  'POST /psa/pushes/:id/retry': {},
  'POST /psa/pushes/:id/dismiss': { reason: 'Not mine' },
};

/** What a list cannot do without. */
const QUERIES: Readonly<Record<string, string>> = { 'GET /psa/statuses': '?ticket_id=1' };

const TABLES = [
  'users',
  'api_keys',
  'categories',
  'flows',
  'flow_versions',
  'sessions',
  'session_events',
  'psa_activity_logs',
  'psa_connections',
  'psa_pushes',
  'psa_entry_drifts',
  'imports',
  'import_chunks',
  'import_rejections',
];

describe('what belongs to another account', () => {
  let connected: ConnectedAccount;
  let application: TestApplication;
  let owner: SignedIn;
  let stranger: SignedIn;
  let theirs: Record<'users' | 'api-keys' | 'categories' | 'flows' | 'sessions' | 'psa' | 'imports', string>;
  let own: { flow: string; session: string };

  beforeAll(async () => {
    connected = await ConnectedAccount.start();
    connected.standIn.state.addTicket(1);
    application = connected.application;
    owner = connected.admin;
    stranger = await application.signIn('team_admin');
    expect((await send('PUT', '/psa/connection', connectWiseInput(connected.standIn))).status).toBe(200);
    theirs = {
      users: (await application.signIn('engineer', owner.accountId)).userId,
      'api-keys': await made('/api-keys', { name: 'Engine', scopes: ['flows:read'] }),
      categories: await made('/categories', { name: 'Network' }),
      flows: await made('/flows', { name: 'Reset', tree_type: 'troubleshooting' }),
      sessions: await made('/sessions', { problem_domain: 'Network' }),
      psa: await madePush(),
      imports: await imported(),
    };
    own = {
      flow: await made('/flows', { name: 'Own', tree_type: 'troubleshooting' }, stranger),
      session: await made('/sessions', {}, stranger),
    };
  });

  afterAll(() => connected.stop());

  async function made(url: string, payload: object, by = owner): Promise<string> {
    const answer = await application.inject<{ id: string }>({ method: 'POST', url, token: by.token, payload });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  async function madePush(): Promise<string> {
    const { id } = await connected.session();
    const { status, body } = await connected.send('POST', `/sessions/${id}/psa/notes`, { text: 'Theirs' });
    expect(status).toBe(202);
    return body.id;
  }

  async function imported(): Promise<string> {
    const request = importRequest({ file: 'id,opened\nA,2026-01-01', format: 'csv', mapping: { columns: { external_ref: 'id', created_at: 'opened' } } });
    const answer = await application.inject<{ id: string }>({ ...request, token: owner.token });
    expect(answer.status).toBe(202);
    return answer.body.id;
  }

  const send = (method: string, url: string, payload?: object) =>
    application.inject({ method: method as TestRequest['method'], url, token: stranger.token, payload });

  /** Everything that the owner has, as text. */
  const belongings = async () => {
    const dumps = TABLES.map((table) =>
      application.database.query(`select to_jsonb(t)::text as row from ${table} t where account_id = $1 order by 1`, [
        owner.accountId,
      ]),
    );
    return JSON.stringify(await Promise.all(dumps));
  };

  const withId = Object.keys(ACCESS_TABLE).filter((route) => route.includes(':id'));

  it.each(withId)('is not there: %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const kind = path.split('/')[1] as keyof typeof theirs;
    const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[route] ?? { flow_id: own.flow });
    const before = await belongings();
    const address = (id: string) => path.replace(':id', id).replace(':version', '1');
    const foreign = await send(method, address(theirs[kind]), body);
    const unknown = await send(method, address(randomUUID()), body);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(await belongings()).toBe(before);
  });

  it.each<[string, string, string, (id: string) => object]>([
    ['a flow', 'flows', '/sessions', (id) => ({ matched_flow_id: id })],
    ['a category', 'categories', '/flows', (id) => ({ name: 'X', tree_type: 'procedural', category_id: id })],
    ['a user', 'users', '/sessions', (id) => ({ user_id: id })],
    ['a session', 'sessions', '/psa/activities', (id) => ({ activity_type: 'note_posted', session_id: id })],
  ])('is as unknown as what does not exist when a body names it: %s', async (_, kind, url, body) => {
    const before = await belongings();
    const answers = [theirs[kind as keyof typeof theirs], randomUUID()].map((id) => send('POST', url, body(id)));
    const [foreign, unknown] = await Promise.all(answers);
    expect(foreign?.status).toBeGreaterThanOrEqual(400);
    expect(foreign?.status).toBeLessThan(500);
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...unknown?.body, instance: '' });
    expect(await belongings()).toBe(before);
  });

  it('cannot be matched by its flow', async () => {
    const foreign = await send('POST', `/sessions/${own.session}/match`, { flow_id: theirs.flows });
    const unknown = await send('POST', `/sessions/${own.session}/match`, { flow_id: randomUUID() });
    expect(foreign.status).toBe(unknown.status);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  it('shows in no list, as JSON or as CSV', async () => {
    const ids = [owner.accountId, owner.userId, ...Object.values(theirs)];
    const lists = Object.keys(ACCESS_TABLE).filter((route) => route.startsWith('GET') && !/:|accounts|health/.test(route));
    for (const route of lists) {
      const { status, text } = await send('GET', `${route.slice('GET '.length)}${QUERIES[route] ?? ''}`);
      expect([route, status]).toEqual([route, 200]);
      for (const id of ids) expect([route, text.includes(id)]).toEqual([route, false]);
    }
  });

  it('is not touched by a session that is recorded under its id', async () => {
    const answer = await send('POST', '/sessions', { id: theirs.sessions, summary: 'Mine now' });
    expect([201, 404, 409]).toContain(answer.status);
    const [row] = await application.database.query<{ summary: string | null }>(
      'select summary from sessions where account_id = $1 and id = $2',
      [owner.accountId, theirs.sessions],
    );
    expect(row?.summary).toBeNull();
  });
});
