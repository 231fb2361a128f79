import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { PsaConnectionDto, PsaDriftDto, PsaDriftEntryDto, PsaMetricsDto } from '@flowpilot/contracts';

import { ConnectedAccount } from '../../../test/connected-account.js';
import { PsaReconciliation } from './psa-reconciliation.js';

interface DriftPage {
  items: PsaDriftEntryDto[];
  next_cursor: string | null;
}

describe('psa.reconcile', () => {
  let account: ConnectedAccount;
  let ids: number[];

  beforeAll(async () => {
    account = await ConnectedAccount.start({ timeoutMs: 10_000 });
    account.worker.start();
    ids = [];
    for (const hours of [1, 2, 3]) ids.push(await logged(hours));
  });
  beforeEach(() => {
    account.standIn.faults.clear();
  });
  afterAll(() => account.stop());

  async function logged(hours: number): Promise<number> {
    const { id } = await account.session();
    const push = await account.settled(await account.push(id, 'time-entries', { hours }));
    return Number(push.psa_entry_id);
  }

  const reconcile = () => account.application.app.get(PsaReconciliation).run(account.admin.accountId);
  const drift = async () => (await account.send<PsaDriftDto>('GET', '/psa/drift')).body;
  const entries = async (query = '') => (await account.send<DriftPage>('GET', `/psa/drift/entries${query}`)).body;

  it('finds nothing while the PSA holds what was pushed', async () => {
    expect(await reconcile()).toEqual({ entries_read: 3, changed: 0, deleted: 0, restored: 0, adopted: 0 });
    expect(await drift()).toMatchObject({ pushed_hours: 6, present_hours: 6, changed_entries: 0, deleted_entries: 0 });
    const { body } = await account.send<PsaConnectionDto>('GET', '/psa/connection');
    expect(body.reconciled_at).not.toBeNull();
  });

  it('notices changes and deletions once, and leaves the figures as they were pushed', async () => {
    const [changed = 0, deleted = 0] = ids;
    account.standIn.state.editTimeEntry(changed, 0.25);
    account.standIn.state.deleteTimeEntry(deleted);
    expect(await reconcile()).toMatchObject({ changed: 1, deleted: 1 });
    expect(await reconcile()).toMatchObject({ changed: 0, deleted: 0 });
    expect(await drift()).toMatchObject({ pushed_hours: 6, present_hours: 3.25, changed_entries: 1, deleted_entries: 1 });
    expect((await entries()).items).toMatchObject([
      { psa_entry_id: String(deleted), state: 'deleted', pushed_hours: 2, present_hours: 0 },
      { psa_entry_id: String(changed), state: 'changed', pushed_hours: 1, present_hours: 0.25 },
    ]);
    const { body } = await account.send<PsaMetricsDto>('GET', '/analytics/flowpilot/psa-metrics');
    expect(body.total_hours_logged).toBe(6);
  });

  it('lists drift page by page and as a file, to the admins of the account', async () => {
    const first = await entries('?limit=1');
    expect(await entries(`?limit=1&cursor=${first.next_cursor ?? ''}`)).toMatchObject({ items: [{ state: 'changed' }], next_cursor: null });
    const csv = await account.send('GET', '/psa/drift/entries.csv');
    expect(csv.text.trim().split('\r\n')).toHaveLength(3);
    expect((await entries('?from=2020-01-01&to=2020-01-02')).items).toEqual([]);
    const engineer = await account.application.signIn('engineer', account.admin.accountId);
    const other = await account.application.signIn();
    for (const url of ['/psa/drift', '/psa/drift/entries', '/psa/drift/entries.csv']) {
      expect((await account.send('GET', url, undefined, engineer.token)).status).toBe(403);
    }
    expect((await account.send<PsaDriftDto>('GET', '/psa/drift', undefined, other.token)).body).toMatchObject({ pushed_hours: 0 });
    expect((await account.send<DriftPage>('GET', '/psa/drift/entries', undefined, other.token)).body.items).toEqual([]);
  });

  it('forgets a drift that somebody took back', async () => {
    account.standIn.state.editTimeEntry(ids[0] ?? 0, 1);
    expect(await reconcile()).toMatchObject({ restored: 1 });
    expect(await drift()).toMatchObject({ present_hours: 4, changed_entries: 0, deleted_entries: 1 });
  });

  it('records an entry of a push that was given up although it had got through', async () => {
    const { id } = await account.session();
    account.standIn.faults.queue('server_error_after_storing');
    account.standIn.state.apiMember.rights.delete('time.read');
    const push = await account.push(id, 'time-entries', { hours: 4 });
    expect(await account.settled(push)).toMatchObject({ state: 'failed', last_error_kind: 'permission' });
    await account.send('POST', `/psa/pushes/${push}/dismiss`, { reason: 'It is not there, is it?' });
    account.standIn.state.apiMember.rights.add('time.read');
    expect(await reconcile()).toMatchObject({ adopted: 1 });
    expect(await account.read(push)).toMatchObject({ state: 'sent', dismiss_reason: null, dismissed_at: null });
    expect((await account.activities())[0]).toMatchObject({ session_id: id, hours_logged: 4 });
    expect(await reconcile()).toMatchObject({ adopted: 0, changed: 0, deleted: 0 });
  });

  it('goes on where it was after a failure, and tells an admin the reason', async () => {
    account.standIn.state.apiMember.rights.delete('time.read');
    await expect(reconcile()).rejects.toMatchObject({
      code: 'psa_failed',
      detail: expect.stringContaining('does not allow this'),
    });
    account.standIn.state.apiMember.rights.add('time.read');
    expect((await reconcile()).entries_read).toBeGreaterThan(0);
  });

  it('does nothing without a connection, and compares nothing with another PSA', async () => {
    const other = await account.application.account();
    const nothing = { entries_read: 0, changed: 0, deleted: 0, restored: 0, adopted: 0 };
    expect(await account.application.app.get(PsaReconciliation).run(other)).toEqual(nothing);
    await account.connect({ base_url: account.standIn.url.replace('127.0.0.1', 'localhost') });
    account.standIn.state.deleteTimeEntry(ids[2] ?? 0);
    expect(await reconcile()).toMatchObject({ deleted: 0 });
  });
});
