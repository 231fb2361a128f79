import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { ConnectedAccount } from '../../../test/connected-account.js';

describe('the outbox', () => {
  let account: ConnectedAccount;

  beforeAll(async () => {
    account = await ConnectedAccount.start({ timeoutMs: 10_000 });
    account.worker.start();
  });
  afterEach(() => {
    account.standIn.state.ledger.length = 0;
    account.standIn.faults.clear();
  });
  afterAll(() => account.stop());

  const ledger = () => account.standIn.state.ledger;
  const note = (sessionId: string) => account.push(sessionId, 'notes', { text: 'Restarted the VPN' });
  const time = (sessionId: string, hours = 0.5) => account.push(sessionId, 'time-entries', { hours });

  it('sends a note, records the activity and flags the session', async () => {
    const { id, ticket } = await account.session();
    const push = await account.settled(await note(id));
    expect(push).toMatchObject({ state: 'sent', attempts: 1, last_error: null, next_attempt_at: null });
    expect(ledger()).toEqual([expect.objectContaining({ kind: 'note', id: Number(push.psa_entry_id), ticketId: ticket, memberId: 202 })]);
    const [activity] = await account.activities();
    expect(activity).toMatchObject({
      activity_type: 'note_posted',
      session_id: id,
      user_id: account.admin.userId,
      psa_ticket_id: String(ticket),
      psa_entry_id: push.psa_entry_id,
      hours_logged: null,
    });
    const flags = 'select has_note, has_time_entry from sessions where account_id = $1 and id = $2';
    expect(await account.application.database.query(flags, [account.admin.accountId, id])).toEqual([
      { has_note: true, has_time_entry: false },
    ]);
  });

  it('records the hours that the PSA made of those sent, and dates the entry at the session', async () => {
    const { id } = await account.session({ createdAt: new Date('2026-03-01T10:20:30.400Z') });
    account.standIn.state.hoursStep = 0.25;
    await account.settled(await time(id, 0.6));
    account.standIn.state.hoursStep = 0.01;
    expect(ledger()).toEqual([expect.objectContaining({ actualHours: 0.5, timeStart: '2026-03-01T10:20:30Z' })]);
    expect((await account.activities())[0]).toMatchObject({ activity_type: 'time_entry_posted', hours_logged: 0.5 });
  });

  it('logs the time of the session\'s engineer, whoever asks for it', async () => {
    const engineer = await account.application.signIn('engineer', account.admin.accountId);
    await account.map(engineer.userId, '203');
    const { id } = await account.session({ userId: engineer.userId });
    await account.settled(await time(id));
    await account.settled(await note(id));
    expect(ledger()).toEqual([
      expect.objectContaining({ kind: 'time_entry', memberId: 203 }),
      expect.objectContaining({ kind: 'note', memberId: 202 }),
    ]);
  });

  it('keeps the order of a session', async () => {
    const { id } = await account.session();
    const pushes = [await note(id), await time(id), await account.push(id, 'status', { status: 'Closed' })];
    for (const push of pushes) expect(await account.settled(push)).toMatchObject({ state: 'sent' });
    expect(ledger().map((line) => line.kind)).toEqual(['note', 'time_entry', 'status']);
  });

  it('logs waiting time before a status that would forbid it', async () => {
    const { id } = await account.session();
    await account.worker.stop();
    const status = await account.push(id, 'status', { status: 'closed' });
    const entry = await time(id);
    account.worker.start();
    expect(await account.settled(status)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await account.read(entry)).toMatchObject({ state: 'sent' });
    expect(ledger().map((line) => line.kind)).toEqual(['time_entry', 'status']);
  });

  it('leaves a status that allows time where it is', async () => {
    const { id } = await account.session();
    await account.worker.stop();
    await account.push(id, 'status', { status: 'In Progress' });
    const entry = await time(id);
    account.worker.start();
    await account.settled(entry);
    expect(ledger().map((line) => line.kind)).toEqual(['status', 'time_entry']);
  });

  it.each(['conflict', 'rate_limited', 'server_error_before_storing', 'codebase_change'] as const)(
    'gets over %s by itself',
    async (fault) => {
      const { id } = await account.session();
      account.standIn.faults.queue({ kind: fault, retryAfterSeconds: 0.1 });
      expect(await account.settled(await time(id))).toMatchObject({ state: 'sent', last_error: null });
      expect(ledger()).toHaveLength(1);
    },
  );

  it('keeps asking a PSA that asks to wait only after that time', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue({ kind: 'rate_limited', retryAfterSeconds: 1 });
    const began = Date.now();
    const [first, second] = [await note(id), await time((await account.session()).id)];
    await account.settled(first);
    await account.settled(second);
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });

  it('fails at once on what a person has to mend, and holds back the later pushes of the session', async () => {
    const { id, ticket } = await account.session();
    account.standIn.state.tickets.delete(ticket);
    const [first, second] = [await note(id), await time(id)];
    expect(await account.settled(first)).toMatchObject({
      state: 'failed',
      attempts: 1,
      last_error_kind: 'not_found',
      last_error: `ConnectWise has no such record: Ticket ${ticket} not found`,
      next_attempt_at: null,
    });
    expect(await account.read(second)).toMatchObject({ state: 'pending', attempts: 0, held_back_by: first });
    account.standIn.state.addTicket(ticket);
    expect((await account.send('POST', `/psa/pushes/${first}/retry`)).status).toBe(200);
    expect(await account.settled(second)).toMatchObject({ state: 'sent', held_back_by: null });
    expect(ledger().map((line) => line.kind)).toEqual(['note', 'time_entry']);
  });

  it('goes on with the session when the failed push is dismissed', async () => {
    const { id } = await account.session();
    const first = await account.push(id, 'status', { status: 'No such status' });
    const second = await note(id);
    expect(await account.settled(first)).toMatchObject({ state: 'failed', last_error_kind: 'validation' });
    const dismissed = await account.send('POST', `/psa/pushes/${first}/dismiss`, { reason: 'Set by hand' });
    expect(dismissed.body).toMatchObject({ state: 'dismissed', dismiss_reason: 'Set by hand', dismissed_by: account.admin.userId });
    expect(await account.settled(second)).toMatchObject({ state: 'sent' });
  });

  it('does not let an unmapped person post under another name unless the account says so', async () => {
    const engineer = await account.application.signIn('engineer', account.admin.accountId);
    const { id } = await account.session({ userId: engineer.userId });
    const push = await time(id);
    expect(await account.settled(push)).toMatchObject({
      state: 'failed',
      last_error: expect.stringContaining('is not mapped to a member of the PSA'),
    });
    await account.connect({ use_default_member: true });
    await account.send('POST', `/psa/pushes/${push}/retry`);
    expect(await account.settled(push)).toMatchObject({ state: 'sent' });
    await account.connect();
    expect(ledger()).toEqual([expect.objectContaining({ memberId: 201 })]);
  });

  it('fails with the reason when the key loses a right, and all failed ones can be retried at once', async () => {
    account.standIn.state.apiMember.rights.delete('time.add');
    const sessions = await Promise.all([1, 2, 3].map(() => account.session()));
    const pushes = await Promise.all(sessions.map(({ id }) => time(id)));
    for (const push of pushes) expect(await account.settled(push)).toMatchObject({ last_error_kind: 'permission' });
    account.standIn.state.apiMember.rights.add('time.add');
    const { body } = await account.send<{ retried: number }>('POST', '/psa/pushes/retry');
    expect(body.retried).toBeGreaterThanOrEqual(3);
    for (const push of pushes) expect(await account.settled(push)).toMatchObject({ state: 'sent' });
  });

  it('begins anew with short waits when a person retries', async () => {
    const { id } = await account.session();
    await account.worker.stop();
    const push = await note(id);
    const tried = `update psa_pushes set state = 'failed', attempts = 15, next_attempt_at = null where account_id = $1 and id = $2`;
    await account.application.database.query(tried, [account.admin.accountId, push]);
    await account.send('POST', `/psa/pushes/${push}/retry`);
    account.standIn.faults.queue('conflict', 'conflict');
    account.worker.start();
    expect(await account.settled(push)).toMatchObject({ state: 'sent', attempts: 18 });
  });

  it('gives up in the end, and says why', async () => {
    const { id } = await account.session();
    await account.worker.stop();
    const push = await note(id);
    await account.application.database.query('update psa_pushes set attempt_limit = 3 where account_id = $1 and id = $2', [
      account.admin.accountId,
      push,
    ]);
    account.standIn.faults.queue('conflict', 'conflict', 'conflict');
    account.worker.start();
    expect(await account.settled(push)).toMatchObject({ state: 'failed', attempts: 3, last_error_kind: 'conflict' });
  });
});
