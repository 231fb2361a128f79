import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PsaStatusesDto, PushDraftDto } from '@flowpilot/contracts';

import { ConnectedAccount } from '../../../test/connected-account.js';

describe('the draft of a push', () => {
  let account: ConnectedAccount;

  beforeAll(async () => {
    account = await ConnectedAccount.start({ timeoutMs: 10_000 });
    account.application.clock.set('2026-06-30T12:00:00Z');
  });
  afterAll(() => account.stop());

  const draft = (id: string, token?: string) => account.send<PushDraftDto>('GET', `/sessions/${id}/psa/draft`, undefined, token);

  it('begins with the session\'s summary, and its minutes in the account\'s steps', async () => {
    const { id } = await account.scenario.session({
      createdAt: new Date('2026-06-30T10:00:00Z'),
      status: 'resolved',
      resolvedAt: new Date('2026-06-30T10:37:20Z'),
      summary: 'VPN drops',
      ticket: '42',
    });
    expect((await draft(id)).body).toEqual({
      connected: true,
      psa_ticket_id: '42',
      note: 'VPN drops\n\nOutcome: resolved.',
      minutes: 37.3,
      hours: 0.5,
    });
    await account.connect({ time_increment_minutes: 6 });
    expect((await draft(id)).body.hours).toBe(0.6);
    await account.connect();
  });

  it('counts to now while the session is open', async () => {
    const { id } = await account.scenario.session({ createdAt: new Date('2026-06-30T11:00:00Z') });
    expect((await draft(id)).body).toMatchObject({ psa_ticket_id: null, note: '', minutes: 60, hours: 1 });
  });

  it('shows an engineer only their own sessions, with the statuses of the ticket', async () => {
    const engineer = await account.application.signIn('engineer', account.admin.accountId);
    const [own, theirs] = [await account.session({ userId: engineer.userId }), await account.session()];
    expect((await draft(own.id, engineer.token)).status).toBe(200);
    expect((await draft(theirs.id, engineer.token)).status).toBe(404);
    const statuses = (id: string) =>
      account.send<PsaStatusesDto>('GET', `/sessions/${id}/psa/statuses`, undefined, engineer.token);
    expect((await statuses(own.id)).body.items).toHaveLength(3);
    expect((await statuses(theirs.id)).status).toBe(404);
    const { id } = await account.scenario.session({ createdAt: new Date('2026-06-30T11:00:00Z'), userId: engineer.userId });
    expect((await statuses(id)).body.items).toEqual([]);
  });
});
