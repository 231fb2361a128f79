import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ConnectedAccount } from '../../../test/connected-account.js';
import { PsaClients } from '../connection/psa-clients.js';
import { type ClaimedPush, claimPushes, noteSending, selectDueAccounts } from './push-claims.query.js';
import { PushDelivery } from './push-delivery.js';
import { PushOutcomeService } from './push-outcome.service.js';
import { PushWorker } from './push-worker.js';

const LEASE_MS = 60_000;
const QUIET_MS = 250;

describe('claims', () => {
  let account: ConnectedAccount;

  beforeAll(async () => {
    account = await ConnectedAccount.start({ concurrency: 6, timeoutMs: 10_000 });
  });
  beforeEach(async () => {
    account.standIn.state.ledger.length = 0;
    await account.application.database.query(`delete from psa_pushes where account_id = $1`, [account.admin.accountId]);
  });
  afterAll(() => account.stop());

  const claim = (limit = 10, now = new Date()) =>
    claimPushes(account.application.database, account.admin.accountId, { now, limit, leaseMs: LEASE_MS, quietMs: QUIET_MS });
  const note = (sessionId: string) => account.push(sessionId, 'notes', { text: 'x' });
  const delivery = () => account.application.app.get(PushDelivery);
  const expire = (secondsAgo: number) =>
    account.application.database.query(
      `update psa_pushes set lease_until = now() - $2 * interval '1 s' where account_id = $1`,
      [account.admin.accountId, secondsAgo],
    );

  async function claimedNote(): Promise<ClaimedPush> {
    const { id } = await account.session();
    await note(id);
    const [push] = await claim();
    if (!push) throw new Error('nothing was claimed');
    return push;
  }

  it('give each push to one of many claimers, and of a session only the first open one', async () => {
    const sessions = await Promise.all(Array.from({ length: 12 }, () => account.session()));
    const firsts: string[] = [];
    for (const { id } of sessions) {
      firsts.push(await note(id));
      await note(id);
    }
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(5)));
    const ids = claims.flat().map((push) => push.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids, ...(await claim(50)).map((push) => push.id)].sort()).toEqual(firsts.sort());
    expect(await claim()).toEqual([]);
  });

  it('are renewed only after the lease, and after the quiet time too when something may have been sent', async () => {
    const push = await claimedNote();
    expect(await claim()).toEqual([]);
    await expire(0.1);
    const [taken] = await claim();
    expect(taken).toMatchObject({ id: push.id, claim: push.claim + 1, attempts: 2, maybe_sent_at: null });
    if (!taken) return;
    expect(await noteSending(account.application.database, taken, new Date(), LEASE_MS)).toBe(true);
    await expire(QUIET_MS / 2_000);
    expect(await claim()).toEqual([]);
    await expire(QUIET_MS / 1_000 + 0.1);
    expect(await claim()).toMatchObject([{ id: push.id, maybe_sent_at: expect.any(Date) }]);
  });

  it('shut the gate of whoever lost one', async () => {
    const late = await claimedNote();
    await expire(1);
    await claim();
    expect(await noteSending(account.application.database, late, new Date(), LEASE_MS)).toBe(false);
    await delivery().deliver(late);
    expect(account.standIn.state.ledger).toEqual([]);
  });

  it('shut the gate when somebody dismissed the push meanwhile', async () => {
    const push = await claimedNote();
    await expire(1);
    await account.send('POST', `/psa/pushes/${push.id}/dismiss`, { reason: 'By hand' });
    await delivery().deliver(push);
    expect(account.standIn.state.ledger).toEqual([]);
    expect(await account.read(push.id)).toMatchObject({ state: 'dismissed' });
  });

  it('are good beyond their lease as long as nobody else has claimed', async () => {
    const push = await claimedNote();
    await expire(1);
    await delivery().deliver(push);
    expect(await account.read(push.id)).toMatchObject({ state: 'sent' });
    expect(account.standIn.state.ledger).toHaveLength(1);
  });

  it('find what a process posted that died before it could write it down', async () => {
    const push = await claimedNote();
    const psa = await account.application.app.get(PsaClients).of(account.admin.accountId);
    expect(await noteSending(account.application.database, push, new Date(), LEASE_MS)).toBe(true);
    const work = { id: push.id, kind: 'note', ticketId: push.psa_ticket_id, marker: `[flowpilot:${push.id}]`, text: 'x', internal: false, memberId: '202' } as const;
    await psa?.client.postNote(work, () => Promise.resolve());
    await expire(1);
    const [taken] = await claim();
    if (!taken) throw new Error('nothing was claimed');
    await delivery().deliver(taken);
    expect(await account.read(push.id)).toMatchObject({ state: 'sent' });
    expect(account.standIn.state.ledger).toHaveLength(1);
  });

  it('let only the latest holder tell the outcome', async () => {
    const late = await claimedNote();
    await expire(1);
    const [taken] = await claim();
    if (!taken) throw new Error('nothing was claimed');
    const outcomes = account.application.app.get(PushOutcomeService);
    await outcomes.sent(late, { entryId: '1', hours: null });
    expect(await account.read(late.id)).toMatchObject({ state: 'pending', psa_entry_id: null });
    await outcomes.sent(taken, { entryId: '2', hours: null });
    await outcomes.sent(taken, { entryId: '3', hours: null });
    expect(await account.read(late.id)).toMatchObject({ state: 'sent', psa_entry_id: '2' });
    expect((await account.activities()).filter(({ psa_entry_id: entry }) => entry === '2' || entry === '3')).toHaveLength(1);
  });

  it('leave an account alone that the PSA asked to wait', async () => {
    await claimedNote();
    await expire(1);
    const pause = 'update psa_connections set paused_until = $2 where account_id = $1';
    const due = () => selectDueAccounts(account.application.database, new Date());
    await account.application.database.query(pause, [account.admin.accountId, new Date(Date.now() + 60_000)]);
    expect(await due()).not.toContain(account.admin.accountId);
    expect(await claim()).toEqual([]);
    await account.application.database.query(pause, [account.admin.accountId, null]);
    expect(await due()).toContain(account.admin.accountId);
    expect(await claim()).toHaveLength(1);
  });

  it('keep two workers apart, and every session in order', async () => {
    const sessions = await Promise.all(Array.from({ length: 30 }, () => account.session()));
    const pushes: string[] = [];
    for (const { id } of sessions) {
      pushes.push(await note(id), await account.push(id, 'time-entries', { hours: 1 }), await account.push(id, 'status', { status: 'Closed' }));
    }
    const { application } = account;
    const second = new PushWorker(application.database, application.clock, account.settings, delivery());
    account.worker.start();
    second.start();
    try {
      for (const push of pushes) expect(await account.settled(push)).toMatchObject({ state: 'sent', attempts: 1 });
    } finally {
      await Promise.all([account.worker.stop(), second.stop()]);
    }
    expect(account.standIn.state.ledger).toHaveLength(90);
    for (const { ticket } of sessions) {
      const kinds = account.standIn.state.ledger
        .filter((line) => (line.kind === 'time_entry' ? line.chargeToId : line.ticketId) === ticket)
        .map((line) => line.kind);
      expect(kinds).toEqual(['note', 'time_entry', 'status']);
    }
  });
});
