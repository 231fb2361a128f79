import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PsaPushDto } from '@flowpilot/contracts';

import type { SignedIn } from '../../../test/application.js';
import { ConnectedAccount } from '../../../test/connected-account.js';

interface PushPage {
  items: PsaPushDto[];
  next_cursor: string | null;
}

describe('pushes over HTTP', () => {
  let account: ConnectedAccount;
  let engineer: SignedIn;
  let other: SignedIn;
  let session: { id: string; ticket: number };

  beforeAll(async () => {
    account = await ConnectedAccount.start();
    engineer = await account.application.signIn('engineer', account.admin.accountId);
    other = await account.application.signIn();
    session = await account.session({ userId: engineer.userId });
  });
  afterAll(() => account.stop());

  const post = (path: string, payload: object, token?: string) => account.send('POST', path, payload, token);
  const list = async (query: string, token?: string) =>
    (await account.send<PushPage>('GET', `/psa/pushes${query}`, undefined, token)).body;

  it('answers 202 with the push that is stored', async () => {
    const { status, body } = await post(`/sessions/${session.id}/psa/time-entries`, {
      hours: 0.75,
      notes: 'VPN',
      started_at: '2026-06-30T09:00:00+02:00',
      billable: false,
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      session_id: session.id,
      kind: 'time_entry',
      state: 'pending',
      psa_ticket_id: String(session.ticket),
      hours: 0.75,
      text: 'VPN',
      started_at: '2026-06-30T07:00:00.000Z',
      billable: false,
      internal: null,
      status: null,
      attempts: 0,
      created_by: account.admin.userId,
      user_id: engineer.userId,
    });
    expect((await account.read(body.id))).toEqual(body);
  });

  it('stores one push for one Idempotency-Key', async () => {
    const request = {
      method: 'POST',
      url: `/sessions/${session.id}/psa/notes`,
      token: account.admin.token,
      payload: { text: 'Once' },
      headers: { 'idempotency-key': 'the-same-note' },
    } as const;
    const answers = [await account.application.inject(request), await account.application.inject(request)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it.each([
    ['notes', {}, '/text'],
    ['notes', { text: '' }, '/text'],
    ['notes', { text: 'x', internal: 'yes' }, '/internal'],
    ['notes', { text: 'x', hours: 1 }, '/hours'],
    ['time-entries', {}, '/hours'],
    ['time-entries', { hours: 0 }, '/hours'],
    ['time-entries', { hours: 24.5 }, '/hours'],
    ['time-entries', { hours: 1, started_at: 'yesterday' }, '/started_at'],
    ['time-entries', { hours: 1, started_at: '2026-06-30T09:00:00' }, '/started_at'],
    ['status', { status: '' }, '/status'],
  ])('refuses %s with %j', async (what, payload, pointer) => {
    const { status, body } = await post(`/sessions/${session.id}/psa/${what}`, payload);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] });
  });

  it('refuses a session without a ticket, and an account without a connection', async () => {
    const { id } = await account.scenario.session({ createdAt: new Date() });
    expect(await post(`/sessions/${id}/psa/notes`, { text: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: expect.stringContaining('no PSA ticket') },
    });
    await account.application.inject({ method: 'DELETE', url: '/psa/connection', token: account.admin.token });
    expect(await post(`/sessions/${session.id}/psa/notes`, { text: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'psa_not_connected' },
    });
    await account.connect();
  });

  it('lets engineers push for their own sessions only, and programs with the scope', async () => {
    const theirs = await account.session();
    const [writer, reader] = await Promise.all([
      account.application.apiKey(account.admin.accountId, ['sessions:write']),
      account.application.apiKey(account.admin.accountId, ['sessions:read', 'analytics:read']),
    ]);
    for (const [what, payload] of [['notes', { text: 'x' }], ['time-entries', { hours: 1 }], ['status', { status: 'New' }]] as const) {
      const push = (id: string, token: string) => post(`/sessions/${id}/psa/${what}`, payload, token);
      expect((await push(session.id, engineer.token)).status).toBe(202);
      expect((await push(theirs.id, engineer.token)).status).toBe(404);
      expect(await push(session.id, writer)).toMatchObject({ status: 202, body: { created_by: null, user_id: engineer.userId } });
      expect((await push(session.id, reader)).status).toBe(403);
      expect((await push(session.id, other.token)).status).toBe(404);
    }
    const pushes = (id: string, token: string) => account.send<PushPage>('GET', `/sessions/${id}/psa/pushes`, undefined, token);
    expect((await pushes(session.id, engineer.token)).body.items.length).toBeGreaterThan(3);
    expect((await pushes(session.id, reader)).status).toBe(200);
    expect((await pushes(session.id, writer)).status).toBe(403);
    expect((await pushes(theirs.id, engineer.token)).status).toBe(404);
    expect((await pushes(session.id, other.token)).status).toBe(404);
    const { items } = (await pushes(session.id, engineer.token)).body;
    const csv = await account.send('GET', `/sessions/${session.id}/psa/pushes.csv`, undefined, engineer.token);
    const rows = csv.text.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual(items.map(({ id }) => id));
    expect((await account.send('GET', `/sessions/${theirs.id}/psa/pushes.csv`, undefined, engineer.token)).status).toBe(404);
  });

  it('keeps the monitor to the admins of the account', async () => {
    const [push] = (await list('?limit=1')).items;
    const id = push?.id ?? '';
    const key = await account.application.apiKey(account.admin.accountId, ['sessions:read', 'sessions:write']);
    const routes = [
      ['GET', '/psa/pushes', undefined],
      ['GET', '/psa/pushes.csv', undefined],
      ['GET', `/psa/pushes/${id}`, undefined],
      ['POST', '/psa/pushes/retry', undefined],
      ['POST', `/psa/pushes/${id}/retry`, undefined],
      ['POST', `/psa/pushes/${id}/dismiss`, { reason: 'x' }],
    ] as const;
    for (const [method, url, payload] of routes) {
      for (const token of [engineer.token, key]) {
        expect((await account.send(method, url, payload, token)).status).toBe(403);
      }
      if (url.includes(id)) expect((await account.send(method, url, payload, other.token)).status).toBe(404);
    }
    expect((await list('', other.token)).items).toEqual([]);
    expect((await account.send('POST', '/psa/pushes/retry', undefined, other.token)).body).toEqual({ retried: 0 });
  });

  it('filters, pages and exports', async () => {
    const { id } = await account.session();
    for (const text of ['a', 'b', 'c']) await account.push(id, 'notes', { text });
    const first = await list(`?session_id=${id}&status=pending&status=failed&kind=note&limit=2`);
    expect(first.items.map(({ text }) => text)).toEqual(['c', 'b']);
    expect(first.items.map(({ held_back_by: holding }) => holding !== null)).toEqual([true, true]);
    const second = await list(`?session_id=${id}&limit=2&cursor=${first.next_cursor ?? ''}`);
    expect(second).toMatchObject({ items: [{ text: 'a', held_back_by: null }], next_cursor: null });
    expect((await list(`?session_id=${id}&status=sent`)).items).toEqual([]);
    expect((await list(`?session_id=${id}&period=7d`)).items).toHaveLength(3);
    expect((await list(`?session_id=${id}&from=2020-01-01&to=2020-01-31`)).items).toEqual([]);
    for (const query of ['?status=lost', '?kind=time', '?cursor=x', '?period=8d', '?session_id=1']) {
      expect((await account.send('GET', `/psa/pushes${query}`)).status).toBe(422);
    }
    const csv = await account.send('GET', `/psa/pushes.csv?session_id=${id}`);
    expect(csv.text.trim().split('\r\n')).toHaveLength(4);
  });

  it('refuses to retry or dismiss what is sent, dismissed or being sent', async () => {
    const { id } = await account.session();
    const push = await account.push(id, 'notes', { text: 'x' });
    const lease = 'update psa_pushes set lease_until = now() + $3 * interval \'1 s\' where account_id = $1 and id = $2';
    await account.application.database.query(lease, [account.admin.accountId, push, 60]);
    expect(await post(`/psa/pushes/${push}/dismiss`, { reason: 'x' })).toMatchObject({
      status: 409,
      body: { detail: 'The push is being sent at this moment.' },
    });
    await account.application.database.query(lease, [account.admin.accountId, push, -60]);
    expect((await post(`/psa/pushes/${push}/dismiss`, { reason: '' })).status).toBe(422);
    expect((await post(`/psa/pushes/${push}/dismiss`, { reason: 'Done by hand' })).status).toBe(200);
    for (const action of ['retry', 'dismiss']) {
      expect(await post(`/psa/pushes/${push}/${action}`, action === 'dismiss' ? { reason: 'x' } : {})).toMatchObject({
        status: 409,
        body: { detail: 'The push is dismissed already.' },
      });
    }
    expect((await post(`/psa/pushes/${id}/retry`, {})).status).toBe(404);
  });

  it('outlives the session it was asked for', async () => {
    const { id } = await account.session();
    const push = await account.push(id, 'notes', { text: 'Still true' });
    const removed = await account.application.inject({ method: 'DELETE', url: `/sessions/${id}`, token: account.admin.token });
    expect(removed.status).toBe(204);
    expect(await account.read(push)).toMatchObject({ session_id: null, state: 'pending' });
    account.worker.start();
    const { state, psa_entry_id: entry } = await account.settled(push);
    await account.worker.stop();
    expect(state).toBe('sent');
    const recorded = (await account.activities()).find((activity) => activity.psa_entry_id === entry);
    expect(recorded).toMatchObject({ activity_type: 'note_posted', session_id: null });
  });
});
