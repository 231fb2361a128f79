import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Page, PsaActivityDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { type SignedIn, startTestApplication, type TestApplication } from '../../test/application.js';

describe('/psa/activities', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let scenario: Scenario;

  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set('2026-06-30T12:00:00Z');
    scenario = await Scenario.start(application.database);
    admin = await application.signIn('team_admin', scenario.accountId);
  });

  afterAll(() => application.stop());

  const record = (payload: object, token = admin.token) =>
    application.inject<PsaActivityDto>({ method: 'POST', url: '/psa/activities', token, payload });
  const list = (query = '') =>
    application.inject<Page<PsaActivityDto>>({ method: 'GET', url: `/psa/activities${query}`, token: admin.token });
  const newSession = () => scenario.session({ createdAt: new Date('2026-06-30T09:00:00Z') });
  const flags = (id: string) =>
    application.database.query<{ has_note: boolean; has_time_entry: boolean }>(
      'select has_note, has_time_entry from sessions where account_id = $1 and id = $2',
      [scenario.accountId, id],
    );

  it('stores a time entry and flags its session', async () => {
    const { id } = await newSession();
    const { status, body } = await record({
      activity_type: 'time_entry_posted',
      session_id: id,
      hours_logged: 0.2525,
      psa_entry_id: 'T-1',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ session_id: id, hours_logged: 0.2525, created_at: '2026-06-30T12:00:00.000Z' });
    expect(await flags(id)).toEqual([{ has_note: false, has_time_entry: true }]);
    await record({ activity_type: 'note_posted', session_id: id });
    expect(await flags(id)).toEqual([{ has_note: true, has_time_entry: true }]);
  });

  it('answers a known pair of type and entry id with the stored one, also in a race', async () => {
    const { id } = await newSession();
    const payload = { activity_type: 'note_posted', psa_entry_id: 'N-1' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => record({ ...payload, session_id: id })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const elsewhere = await record({ activity_type: 'status_updated', psa_entry_id: 'N-1' });
    expect(elsewhere.status).toBe(201);
  });

  it.each([
    ['a time entry without hours', { activity_type: 'time_entry_posted' }, '/hours_logged'],
    ['hours beside a note', { activity_type: 'note_posted', hours_logged: 1 }, '/hours_logged'],
    ['more than a day', { activity_type: 'time_entry_posted', hours_logged: 24.0001 }, '/hours_logged'],
    ['five decimals', { activity_type: 'time_entry_posted', hours_logged: 0.12345 }, '/hours_logged'],
    ['an unknown type', { activity_type: 'posted' }, '/activity_type'],
    ['an unknown field', { activity_type: 'note_posted', hours: 1 }, '/hours'],
    ['the future', { activity_type: 'note_posted', created_at: '2026-06-30T12:05:01Z' }, '/created_at'],
    [
      'an unknown session',
      { activity_type: 'note_posted', session_id: '019f0000-0000-7000-8000-000000000000' },
      '/session_id',
    ],
  ])('refuses %s', async (_, payload, pointer) => {
    const { status, body } = await record(payload);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] });
  });

  it("refuses another account's session", async () => {
    const other = await Scenario.start(application.database);
    const { id } = await other.session({ createdAt: new Date('2026-06-30T09:00:00Z') });
    expect((await record({ activity_type: 'note_posted', session_id: id })).status).toBe(422);
  });

  it('lists the window newest first, filtered, page by page', async () => {
    for (const hour of [1, 2, 3]) {
      await record({
        activity_type: 'time_entry_posted',
        hours_logged: hour,
        created_at: `2026-06-20T0${hour}:00:00Z`,
      });
    }
    const query = '?from=2026-06-20&to=2026-06-20&unattributed=true&activity_type=time_entry_posted&limit=2';
    const first = await list(query);
    expect(first.body.items.map((item) => item.hours_logged)).toEqual([3, 2]);
    const second = await list(`${query}&cursor=${first.body.next_cursor ?? ''}`);
    expect(second.body.items.map((item) => item.hours_logged)).toEqual([1]);
    expect(second.body.next_cursor).toBeNull();
    expect((await list('?from=2026-06-21&to=2026-06-21')).body.items).toEqual([]);
    expect((await list('?period=30d&from=2026-06-21')).status).toBe(422);
  });

  it('adds up what is listed', async () => {
    const sum = (query: string) =>
      application.inject({ method: 'GET', url: `/psa/activities/sum${query}`, token: admin.token });
    expect((await sum('?from=2026-06-20&to=2026-06-20')).body).toEqual({ count: 3, hours_logged: 6, sessions: 0 });
    expect((await sum('?from=2026-06-21&to=2026-06-21')).body).toEqual({ count: 0, hours_logged: 0, sessions: 0 });
    const { id } = await newSession();
    for (const hours_logged of [0.333, 0.3333]) {
      await record({ activity_type: 'time_entry_posted', session_id: id, hours_logged, created_at: '2026-06-22T09:00:00Z' });
    }
    await record({ activity_type: 'note_posted', created_at: '2026-06-22T09:00:00Z' });
    const day = '?from=2026-06-22&to=2026-06-22';
    expect((await sum(day)).body).toEqual({ count: 3, hours_logged: 0.67, sessions: 1 });
    expect((await sum(`${day}&unattributed=true`)).body).toEqual({ count: 1, hours_logged: 0, sessions: 0 });
  });

  it('exports what is listed as CSV', async () => {
    const { status, text } = await application.inject({
      method: 'GET',
      url: '/psa/activities.csv?from=2026-06-20&to=2026-06-20',
      token: admin.token,
    });
    expect(status).toBe(200);
    expect(text.split('\r\n')).toHaveLength(5);
  });

  it('names engineer and client in the file, and the time by the account’s clocks', async () => {
    const { id } = await scenario.session({ createdAt: new Date('2026-06-24T08:00:00Z'), client: 'Harbour Dental' });
    const entry = { activity_type: 'time_entry_posted', hours_logged: 1, session_id: id };
    await record({ ...entry, created_at: '2026-06-24T09:30:00Z' });
    const url = '/psa/activities.csv?from=2026-06-24&to=2026-06-24';
    const [heading, line] = (await application.inject({ method: 'GET', url, token: admin.token })).text.split('\r\n');
    expect(heading).toMatch(/,created_at,created_local,engineer,client$/);
    expect(line).toMatch(/,2026-06-24T09:30:00.000Z,2026-06-24 09:30:00,Person \w+,Harbour Dental$/);
  });
});
