import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { ConnectedAccount } from '../../../test/connected-account.js';

describe('a push whose outcome is unknown', () => {
  let account: ConnectedAccount;

  beforeAll(async () => {
    account = await ConnectedAccount.start();
    account.worker.start();
  });
  afterEach(() => {
    account.standIn.state.ledger.length = 0;
    account.standIn.faults.clear();
  });
  afterAll(() => account.stop());

  const ledger = () => account.standIn.state.ledger;
  const note = (sessionId: string) => account.push(sessionId, 'notes', { text: 'Restarted the VPN' });
  const time = (sessionId: string) => account.push(sessionId, 'time-entries', { hours: 0.5 });

  it.each([
    'server_error_after_storing',
    'hang_before_storing',
    'hang_after_storing',
    'cut_before_storing',
    'cut_after_storing',
  ] as const)('is posted exactly once through %s', async (fault) => {
    for (const make of [note, time]) {
      const { id } = await account.session();
      account.standIn.faults.queue(fault, fault);
      expect(await account.settled(await make(id))).toMatchObject({ state: 'sent' });
    }
    expect(ledger()).toHaveLength(2);
  });

  it('is shown as such, and looked up only after the quiet time', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue({ kind: 'late_storing', delayMs: 650 });
    const push = await time(id);
    const unknown = await account.settled(push, ({ state }) => state === 'unknown');
    expect(unknown.last_error).toContain('it is not known whether it stored the entry');
    expect(await account.settled(push)).toMatchObject({ state: 'sent' });
    expect(ledger()).toHaveLength(1);
  });

  it('is the same as an entry that another system recorded meanwhile', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('hang_after_storing');
    const push = await time(id);
    await account.settled(push, ({ state }) => state === 'unknown');
    const entry = [...account.standIn.state.timeEntries.keys()].at(-1);
    await account.send('POST', '/psa/activities', {
      activity_type: 'time_entry_posted',
      session_id: id,
      hours_logged: 0.5,
      psa_entry_id: String(entry),
    });
    expect(await account.settled(push)).toMatchObject({ state: 'sent', psa_entry_id: String(entry) });
    expect((await account.activities()).filter((activity) => activity.session_id === id)).toHaveLength(1);
  });

  it('is the session\'s also when the other system knew of no session', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('hang_after_storing');
    const push = await time(id);
    await account.settled(push, ({ state }) => state === 'unknown');
    const entry = String([...account.standIn.state.timeEntries.keys()].at(-1));
    const mirrored = { activity_type: 'time_entry_posted', hours_logged: 0.5, psa_entry_id: entry };
    await account.send('POST', '/psa/activities', mirrored);
    expect(await account.settled(push)).toMatchObject({ state: 'sent', psa_entry_id: entry });
    const known = (await account.activities()).filter((activity) => activity.psa_entry_id === entry);
    expect(known).toEqual([expect.objectContaining({ session_id: id })]);
    const flag = 'select has_time_entry from sessions where account_id = $1 and id = $2';
    expect(await account.application.database.query(flag, [account.admin.accountId, id])).toEqual([{ has_time_entry: true }]);
  });

  it('is looked up once more after the last attempt, and then not posted again', async () => {
    const limit = 'update psa_pushes set attempt_limit = 1 where account_id = $1 and id = $2';
    for (const [fault, end] of [['hang_after_storing', 'sent'], ['hang_before_storing', 'failed']] as const) {
      await account.worker.stop();
      const push = await time((await account.session()).id);
      await account.application.database.query(limit, [account.admin.accountId, push]);
      account.standIn.faults.queue(fault);
      account.worker.start();
      await account.settled(push, ({ state }) => state === 'unknown');
      expect(await account.settled(push)).toMatchObject({ state: end, attempts: 2 });
    }
    expect(ledger()).toHaveLength(1);
  });

  it('cannot be dismissed before it is known, unless there is no PSA any more to ask', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('hang_after_storing');
    const push = await time(id);
    await account.settled(push, ({ state }) => state === 'unknown');
    await account.worker.stop();
    const dismiss = () => account.send('POST', `/psa/pushes/${push}/dismiss`, { reason: 'Once more by hand' });
    expect(await dismiss()).toMatchObject({
      status: 409,
      body: { code: 'psa_outcome_unknown', detail: expect.stringMatching(/looked up within a minute.*dismissed/) },
    });
    await account.application.inject({ method: 'DELETE', url: '/psa/connection', token: account.admin.token });
    expect((await dismiss()).status).toBe(200);
    await account.connect();
    account.worker.start();
  });

  it('is looked up first when a person retries it, even after it has failed', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('hang_after_storing');
    const push = await time(id);
    await account.settled(push, ({ state }) => state === 'unknown');
    account.standIn.state.apiMember.rights.delete('time.read');
    expect(await account.settled(push)).toMatchObject({ state: 'failed', last_error_kind: 'permission' });
    account.standIn.state.apiMember.rights.add('time.read');
    expect((await account.send('POST', `/psa/pushes/${push}/retry`)).body).toMatchObject({ state: 'unknown' });
    expect(await account.settled(push)).toMatchObject({ state: 'sent' });
    expect(ledger()).toHaveLength(1);
  });

  it('holds back the later pushes of its session', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('hang_before_storing');
    const [first, second] = [await note(id), await time(id)];
    await account.settled(first, ({ state }) => state === 'unknown');
    expect(await account.read(second)).toMatchObject({ state: 'pending', attempts: 0, held_back_by: first });
    expect(await account.settled(second)).toMatchObject({ state: 'sent' });
    expect(ledger().map((line) => line.kind)).toEqual(['note', 'time_entry']);
  });
});
