import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { LoggedTimesDto, PsaMetricsDto, UnloggedSessionDto } from '@flowpilot/contracts';

import type { SignedIn } from '../../../test/application.js';
import { ConnectedAccount } from '../../../test/connected-account.js';

interface UnloggedPage {
  items: UnloggedSessionDto[];
  next_cursor: string | null;
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe('unlogged work', () => {
  let account: ConnectedAccount;
  let engineer: SignedIn;
  let sessions: string[];

  beforeAll(async () => {
    account = await ConnectedAccount.start({ timeoutMs: 10_000 });
    engineer = await account.application.signIn('engineer', account.admin.accountId);
    await account.map(engineer.userId, '203');
    sessions = [];
    for (const [hours, minutes] of [[50, 22], [60, 95], [70, 3]] as const) sessions.push(await ended(hours, minutes));
    await ended(60, 30, { hasTimeEntry: true });
    await ended(60, 30, { ticket: null });
    await ended(3, 30);
  });
  afterAll(() => account.stop());

  /** Opened so many hours ago, resolved so many minutes later. */
  async function ended(hours: number, minutes: number, given: { hasTimeEntry?: boolean; ticket?: null } = {}) {
    const ticket = 7000 + hours;
    account.standIn.state.addTicket(ticket);
    const createdAt = hoursAgo(hours);
    const { id } = await account.scenario.session({
      createdAt,
      status: 'resolved',
      resolvedAt: new Date(createdAt.getTime() + minutes * 60_000),
      userId: engineer.userId,
      client: 'Acme',
      ticket: String(ticket),
      ...given,
    });
    return id;
  }

  const list = async (query = '', token = account.admin.token) =>
    (await account.send<UnloggedPage>('GET', `/psa/unlogged${query}`, undefined, token)).body;
  const log = (entries: object[], token = account.admin.token) =>
    account.send<LoggedTimesDto>('POST', '/psa/unlogged/time-entries', { entries }, token);

  it('is listed with who, for whom, how long and what to suggest', async () => {
    const { items } = await list();
    expect(items.map((item) => item.session_id)).toEqual(sessions);
    expect(items.map((item) => [item.minutes, item.suggested_hours])).toEqual([[22, 0.25], [95, 1.5], [3, 0.25]]);
    expect(items[0]).toMatchObject({
      engineer: expect.stringContaining('Person'),
      client: 'Acme',
      psa_ticket_id: '7050',
      status: 'resolved',
      open_push_id: null,
    });
  });

  it('is as many sessions as the figure says, page by page and as a file', async () => {
    const { body } = await account.send<PsaMetricsDto>('GET', '/analytics/flowpilot/psa-metrics');
    expect(body.unlogged_sessions).toBe(sessions.length);
    const first = await list('?limit=2');
    expect(first.items).toHaveLength(2);
    expect((await list(`?limit=2&cursor=${first.next_cursor ?? ''}`)).items.map((item) => item.session_id)).toEqual([sessions[2]]);
    const csv = await account.send('GET', '/psa/unlogged.csv?period=7d');
    expect(csv.text.trim().split('\r\n')).toHaveLength(4);
    expect((await account.send('GET', '/psa/unlogged?period=8d')).status).toBe(422);
  });

  it('is logged in bulk, each session once, and leaves the list when it is sent', async () => {
    const [one = '', two = '', three = ''] = sessions;
    const strange = '019f0000-0000-7000-8000-000000000000';
    const { status, body } = await log([
      { session_id: one, hours: 0.25 },
      { session_id: two, hours: 1.5, notes: 'Mail' },
      { session_id: one, hours: 0.25 },
      { session_id: strange, hours: 1 },
    ]);
    expect(status).toBe(202);
    expect(body).toMatchObject({
      accepted: 2,
      refused: 2,
      entries: [
        { session_id: one, push: { state: 'pending', hours: 0.25, user_id: engineer.userId }, error: null },
        { session_id: two, push: { text: 'Mail' } },
        { session_id: one, push: null, error: 'A time entry of the session is on its way already.' },
        { session_id: strange, push: null, error: 'There is no such session.' },
      ],
    });
    expect((await list()).items.map((item) => item.open_push_id !== null)).toEqual([true, true, false]);
    account.worker.start();
    for (const entry of body.entries) if (entry.push) await account.settled(entry.push.id);
    await account.worker.stop();
    expect((await list()).items.map((item) => item.session_id)).toEqual([three]);
    expect((await log([{ session_id: one, hours: 1 }])).body.entries[0]?.error).toBe('The session has a time entry already.');
    expect(account.standIn.state.ledger.map((line) => line.kind === 'time_entry' && line.memberId)).toEqual([203, 203]);
  });

  it('asks for one entry even when two people log the same at once', async () => {
    const [, , three = ''] = sessions;
    const answers = await Promise.all(Array.from({ length: 6 }, () => log([{ session_id: three, hours: 0.25 }])));
    expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(1);
  });

  it.each([
    [[], '/entries'],
    [[{ session_id: 'x', hours: 1 }], '/entries/0/session_id'],
    [[{ session_id: '019f0000-0000-7000-8000-000000000000', hours: 0 }], '/entries/0/hours'],
    [Array.from({ length: 101 }, () => ({ session_id: '019f0000-0000-7000-8000-000000000000', hours: 1 })), '/entries'],
  ])('refuses %j', async (entries, pointer) => {
    expect(await log(entries)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('belongs to the admins of its account', async () => {
    const other = await account.application.signIn();
    expect((await account.send('GET', '/psa/unlogged', undefined, engineer.token)).status).toBe(403);
    expect((await log([{ session_id: sessions[0], hours: 1 }], engineer.token)).status).toBe(403);
    expect((await list('', other.token)).items).toEqual([]);
    expect((await log([{ session_id: sessions[0], hours: 1 }], other.token)).body).toMatchObject({ accepted: 0, refused: 1 });
  });
});
