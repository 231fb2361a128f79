import { createHash, createHmac } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ConnectWiseStandIn } from '@flowpilot/testing';

import { PsaError } from '../provider/psa-error.js';
import { markerOf, type NoteToPost, type StatusToSet, type TimeToPost } from '../provider/psa-work.js';
import { ANY_ADDRESS, guardedTransport } from '../transport/guarded-transport.js';
import type { Transport } from '../transport/transport.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import type { ConnectWiseClient } from './connectwise.client.js';
import { connectWiseClient } from './connectwise.provider.js';

const id = '01990000-0000-7000-8000-000000000001';
const marked = { id, ticketId: '42', marker: markerOf(id) };
const note: NoteToPost = { ...marked, kind: 'note', text: 'Restarted the VPN', internal: false, memberId: '202' };
const time: TimeToPost = {
  ...marked,
  kind: 'time_entry',
  hours: 0.6,
  startedAt: new Date('2026-03-01T10:00:00.250Z'),
  notes: 'VPN',
  billable: null,
  memberId: '202',
};
const closed: StatusToSet = { ...marked, kind: 'status', status: 'closed' };

describe('ConnectWiseClient', () => {
  let standIn: ConnectWiseStandIn;
  let client: ConnectWiseClient;
  let gates: number;

  const gate = () => {
    gates += 1;
    return Promise.resolve();
  };

  function connect(
    changes: Partial<ConnectWiseConnection> = {},
    transport = guardedTransport(ANY_ADDRESS),
  ): ConnectWiseClient {
    const { company, clientId, apiMember } = standIn.state;
    const { publicKey, privateKey } = apiMember;
    const connection = { baseUrl: standIn.url, company, clientId, publicKey, privateKey, ...changes };
    return connectWiseClient(
      { defaultMemberId: null, requestsPerMinute: null, ...connection },
      { transport, timeoutMs: 1000, now: () => new Date() },
    );
  }

  beforeEach(async () => {
    gates = 0;
    standIn = await ConnectWiseStandIn.start();
    standIn.state.addTicket(42);
    client = connect();
  });

  afterEach(() => standIn.stop());

  async function failure(work: Promise<unknown>): Promise<PsaError> {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof PsaError)) throw new Error('expected a PsaError');
    return error;
  }

  it('posts a note with its marker and e-mails nobody', async () => {
    const { entryId } = await client.postNote(note, gate);
    const [line] = standIn.state.ledger;
    expect(line).toMatchObject({
      kind: 'note',
      id: Number(entryId),
      text: `Restarted the VPN\n\n${note.marker}`,
      detailDescriptionFlag: true,
      internalAnalysisFlag: false,
      processNotifications: false,
    });
    expect(gates).toBe(1);
  });

  it('keeps an internal note from the customer, and strange markers out of it', async () => {
    const text = `as before ${markerOf('01990000-0000-7000-8000-000000000009')}`;
    await client.postNote({ ...note, text, internal: true }, gate);
    expect(standIn.state.ledger[0]).toMatchObject({
      text: `as before\n\n${note.marker}`,
      internalAnalysisFlag: true,
      detailDescriptionFlag: false,
    });
  });

  it('answers with the hours that ConnectWise made of those sent', async () => {
    standIn.state.hoursStep = 0.25;
    const posted = await client.postTimeEntry(time, gate);
    expect(posted).toEqual({ entryId: expect.any(String), hours: 0.5 });
    expect(standIn.state.ledger[0]).toMatchObject({ timeStart: '2026-03-01T10:00:00Z', internalNotes: time.marker });
  });

  it.each([
    [true, 'Billable'],
    [false, 'DoNotBill'],
  ])('billable %s becomes %s', async (billable, billableOption) => {
    await client.postTimeEntry({ ...time, billable }, gate);
    expect(standIn.state.ledger[0]).toMatchObject({ billableOption });
  });

  it('finds a status by its name on the board of the ticket', async () => {
    await client.setStatus(closed, gate);
    expect(standIn.state.ledger).toEqual([{ kind: 'status', ticketId: 42, statusId: 102 }]);
    const error = await failure(client.setStatus({ ...closed, status: 'Retired' }, gate));
    expect(error).toMatchObject({ kind: 'validation', message: expect.stringContaining('New, In Progress, Closed') });
  });

  it('lists the active statuses and says which forbid time', async () => {
    expect(await client.listStatuses('42')).toEqual([
      { name: 'New', closed: false, timeAllowed: true },
      { name: 'In Progress', closed: false, timeAllowed: true },
      { name: 'Closed', closed: true, timeAllowed: false },
    ]);
    expect(await failure(client.listStatuses('43'))).toMatchObject({ kind: 'not_found' });
  });

  it('lists the active members', async () => {
    expect(await client.listMembers()).toContainEqual({ id: '202', name: 'EVega Member', email: 'elena@acme.test' });
    expect((await client.listMembers()).map((member) => member.id)).not.toContain('204');
  });

  it.each([
    ['conflict', 'conflict', 0],
    ['rate_limited', 'retryable', 0],
    ['server_error_before_storing', 'unknown_outcome', 0],
    ['server_error_after_storing', 'unknown_outcome', 1],
    ['hang_before_storing', 'unknown_outcome', 0],
    ['hang_after_storing', 'unknown_outcome', 1],
    ['cut_before_storing', 'unknown_outcome', 0],
    ['cut_after_storing', 'unknown_outcome', 1],
  ] as const)('after %s a write is %s, and is found by its marker only when stored', async (fault, kind, stored) => {
    for (const work of [note, time]) {
      standIn.faults.queue({ kind: fault, retryAfterSeconds: 7 });
      const post = work.kind === 'note' ? client.postNote(work, gate) : client.postTimeEntry(work, gate);
      const error = await failure(post);
      expect(error).toMatchObject({ kind, retryAfterMs: fault === 'rate_limited' ? 7000 : undefined });
      expect((await client.findPosted(work)) !== null).toBe(stored === 1);
    }
  });

  it('finds what it posted among more than one page of others', async () => {
    for (let count = 0; count < 1001; count += 1) standIn.state.addStrangeNote(42);
    const { entryId } = await client.postNote(note, gate);
    expect(await client.findPosted(note)).toEqual({ entryId, hours: null });
  });

  it('takes standing in the status as the status being set', async () => {
    expect(await client.findPosted(closed)).toBeNull();
    standIn.faults.queue('cut_after_storing');
    await failure(client.setStatus(closed, gate));
    expect(await client.findPosted(closed)).toEqual({ entryId: null, hours: null });
  });

  it('reads the codebase again after an upgrade, and passes the gate again', async () => {
    await client.listMembers();
    standIn.faults.queue('codebase_change');
    await client.postNote(note, gate);
    expect(gates).toBe(2);
    expect(standIn.state.ledger).toHaveLength(1);
    expect(standIn.requests.filter((request) => request.includes('/login/'))).toHaveLength(2);
  });

  it('follows a company that moves again meanwhile, and asks one that keeps moving later', async () => {
    standIn.faults.queue('codebase_change', 'codebase_change');
    await client.postNote(note, gate);
    expect(standIn.state.ledger).toHaveLength(1);
    standIn.faults.queue('codebase_change', 'codebase_change', 'codebase_change', 'codebase_change');
    expect(await failure(client.postNote(note, gate))).toMatchObject({ kind: 'retryable' });
    expect(standIn.state.ledger).toHaveLength(1);
  });

  it('sends nothing when the gate is shut', async () => {
    const shut = () => Promise.reject(new Error('the lease is lost'));
    await expect(client.postNote(note, shut)).rejects.toThrow('the lease is lost');
    expect(standIn.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('says why ConnectWise refused the data', async () => {
    await client.setStatus(closed, gate);
    const error = await failure(client.postTimeEntry(time, gate));
    expect(error.kind).toBe('validation');
    expect(error.message).toBe('ConnectWise refuses the data: Time entries are not allowed in the status of the ticket.');
    expect(await failure(client.postNote({ ...note, ticketId: '43' }, gate))).toMatchObject({ kind: 'not_found' });
    expect(await failure(client.postNote({ ...note, ticketId: '../1' }, gate))).toMatchObject({ kind: 'validation' });
    expect(await failure(client.postNote({ ...note, memberId: '204' }, gate))).toMatchObject({ kind: 'validation' });
  });

  it.each([
    [{ privateKey: 'wrong-private-key' }, 'permission'],
    [{ clientId: 'nobody' }, 'permission'],
    [{ company: 'other' }, 'not_found'],
    [{ baseUrl: 'http://127.0.0.1:1' }, 'retryable'],
  ] as const)('with %j a write fails as %s', async (changes, kind) => {
    expect(await failure(connect(changes).postNote(note, gate))).toMatchObject({ kind });
  });

  it('says which right is missing, storing nothing', async () => {
    standIn.state.apiMember.rights.delete('time.add');
    const checks = await connect({ defaultMemberId: '202' }).testConnection();
    expect(checks.filter((check) => !check.ok)).toEqual([
      { right: 'Add time entries', ok: false, message: expect.stringContaining('does not allow this') },
    ]);
    expect(checks).toHaveLength(9);
    expect(standIn.state.ledger).toEqual([]);
    const gone = await connect({ defaultMemberId: '204' }).testConnection();
    expect(gone.at(-1)).toMatchObject({ right: 'Find the default member', ok: false });
    expect(await connect({ publicKey: 'wrong' }).testConnection()).toEqual([
      { right: 'Log in', ok: false, message: expect.stringContaining('does not accept') },
    ]);
  });

  it('never repeats a secret that ConnectWise sends back', async () => {
    const echo: Transport = (url, request) => {
      const sentBack = { message: `${JSON.stringify(request.headers)} priv-key`, Codebase: 'v1/' };
      const status = url.includes('/login/') ? 200 : 400;
      return Promise.resolve({ status, headers: new Headers(), text: () => Promise.resolve(JSON.stringify(sentBack)) });
    };
    const [check] = await connect({}, echo).testConnection();
    expect(check?.message).toContain('•••');
    expect(check?.message).not.toMatch(/priv-key|YWNtZS/);
  });

  it('lists time entries since a cursor, and the named ones that still exist', async () => {
    const before = await client.postTimeEntry(time, gate);
    const pages = [];
    for await (const page of client.listTimeEntriesSince(null)) pages.push(page);
    expect(pages.flatMap((page) => page.entries)).toEqual([
      { entryId: before.entryId, ticketId: '42', hours: 0.6, marker: time.marker },
    ]);
    expect(pages[0]?.cursor).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const later = [];
    for await (const page of client.listTimeEntriesSince('2999-01-01T00:00:00Z')) later.push(...page.entries);
    expect(later).toEqual([]);
    expect(await client.readTimeEntries([String(before.entryId), '999999'])).toHaveLength(1);
  });

  it('waits out a moment\'s trouble when it only reads', async () => {
    let failures = 2;
    standIn.faults.atRandom({ rate: 0.5, delayMs: 0, random: () => (failures-- > 0 ? 0.25 : 0.9) });
    expect(await client.listMembers()).not.toEqual([]);
  });

  describe('verifyWebhook', () => {
    const body = (keyUrl: string) =>
      Buffer.from(
        JSON.stringify({ Action: 'updated', ID: 77, Type: 'time', CompanyId: 'acme', Metadata: { key_url: keyUrl } }),
      );
    const sign = (rawBody: Buffer, signingKey = standIn.state.signingKey) =>
      createHmac('sha256', createHash('sha256').update(signingKey).digest()).update(rawBody).digest('base64');

    it('believes what is signed with the key of the company', async () => {
      const rawBody = body(`${standIn.url}/login/callback-keys/1`);
      const headers = { 'x-content-signature': sign(rawBody) };
      expect(await client.verifyWebhook({ headers, rawBody })).toEqual({ record: 'time_entry', id: '77' });
    });

    it('believes nothing else', async () => {
      const rawBody = body(`${standIn.url}/login/callback-keys/1`);
      expect(await client.verifyWebhook({ headers: {}, rawBody })).toBeNull();
      const forged = { 'x-content-signature': sign(rawBody, 'another key') };
      expect(await client.verifyWebhook({ headers: forged, rawBody })).toBeNull();
      const elsewhere = body('http://127.0.0.1:9/keys/1');
      const headers = { 'x-content-signature': sign(elsewhere) };
      expect(await client.verifyWebhook({ headers, rawBody: elsewhere })).toBeNull();
      expect(await client.verifyWebhook({ headers, rawBody: Buffer.from('not JSON') })).toBeNull();
    });
  });

  it('does not take a request that is stored late for one that was not stored', async () => {
    standIn.faults.queue({ kind: 'late_storing', delayMs: 1500 });
    expect(await failure(client.postTimeEntry(time, gate))).toMatchObject({ kind: 'unknown_outcome' });
    expect(await client.findPosted(time)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await client.findPosted(time)).not.toBeNull();
  });
});
