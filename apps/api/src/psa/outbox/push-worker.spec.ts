import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { Scenario } from '@flowpilot/testing';

import type { SignedIn } from '../../../test/application.js';
import { ConnectedAccount } from '../../../test/connected-account.js';
import { connectWiseInput } from '../../../test/psa-connection.js';

const CONCURRENCY = 4;
/** A connection with a cap of 24 requests a minute sends one in so many milliseconds. */
const GAP_MS = 2_500;

describe('the worker of the outbox', () => {
  let account: ConnectedAccount;
  let other: SignedIn;
  let scenario: Scenario;

  beforeAll(async () => {
    account = await ConnectedAccount.start({ concurrency: CONCURRENCY, timeoutMs: 600 });
    scenario = await Scenario.start(account.application.database);
    other = await account.application.signIn('team_admin', scenario.accountId);
    await account.map(other.userId, '203');
    const payload = connectWiseInput(account.standIn);
    await account.application.inject({ method: 'PUT', url: '/psa/connection', token: other.token, payload });
  });
  afterEach(async () => {
    await account.worker.stop();
    account.standIn.faults.clear();
    account.standIn.state.ledger.length = 0;
    await account.application.database.query('delete from psa_pushes where account_id = $1', [account.admin.accountId]);
    await account.connect();
  });
  afterAll(() => account.stop());

  const ledger = () => account.standIn.state.ledger;
  const late = (count: number, delayMs: number) =>
    account.standIn.faults.queue(...Array.from({ length: count }, () => ({ kind: 'late_storing', delayMs }) as const));

  async function notes(count: number): Promise<string[]> {
    const pushes: string[] = [];
    for (let asked = 0; asked < count; asked += 1) {
      pushes.push(await account.push((await account.session()).id, 'notes', { text: 'x' }));
    }
    return pushes;
  }

  async function noteOfTheOther(): Promise<void> {
    const ticket = 9_000;
    account.standIn.state.addTicket(ticket);
    const { id } = await scenario.session({ createdAt: new Date(), userId: other.userId, ticket: String(ticket) });
    await account.send('POST', `/sessions/${id}/psa/notes`, { text: 'x' }, other.token);
  }

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error('it does not come to that');
      await sleep(10);
    }
  }

  async function claimed(): Promise<number> {
    const [row] = await account.application.database.query<{ claimed: number }>(
      'select count(*)::int as claimed from psa_pushes where account_id = $1 and lease_until > now()',
      [account.admin.accountId],
    );
    return row?.claimed ?? 0;
  }

  it('sends what comes up for one account amid the backlog of another', async () => {
    await notes(30);
    late(60, 100);
    account.worker.start();
    await until(() => ledger().length > 0);
    await noteOfTheOther();
    await until(() => ledger().some((line) => line.kind === 'note' && line.ticketId === 9_000));
    expect(ledger().length).toBeLessThan(16);
  });

  it('leaves half of its slots to other accounts', async () => {
    await notes(8);
    late(8, 500);
    account.worker.start();
    await until(async () => (await claimed()) > 0);
    for (let look = 0; look < 10; look += 1) {
      await sleep(30);
      expect(await claimed()).toBeLessThanOrEqual(CONCURRENCY / 2);
    }
  });

  it('sends nothing more to a PSA that asks to wait', async () => {
    await notes(20);
    account.standIn.faults.queue(...Array.from({ length: 20 }, () => ({ kind: 'rate_limited', retryAfterSeconds: 60 }) as const));
    account.worker.start();
    await until(() => (account.standIn.faults.met.get('rate_limited') ?? 0) > 0);
    await sleep(500);
    expect(account.standIn.faults.met.get('rate_limited')).toBeLessThanOrEqual(CONCURRENCY);
  });

  it('keeps a push for as long as the pace of the connection holds it back', async () => {
    await account.connect({ requests_per_minute: 60_000 / GAP_MS });
    const pushes = await notes(6);
    account.worker.start();
    for (const push of pushes) expect(await account.settled(push)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(ledger()).toHaveLength(6);
  }, 30_000);

  it('stops within its bound although a PSA does not answer', async () => {
    await notes(CONCURRENCY + 1);
    late(CONCURRENCY + 1, 550);
    account.worker.start();
    await until(async () => (await claimed()) >= CONCURRENCY / 2);
    const began = performance.now();
    await account.worker.stop(50);
    expect(performance.now() - began).toBeLessThan(300);
    await sleep(700);
  });
});
