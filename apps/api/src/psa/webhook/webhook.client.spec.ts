import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { WebhookReceiver } from '@flowpilot/testing';

import { markerOf, type NoteToPost, type TimeToPost } from '../provider/psa-work.js';
import { ANY_ADDRESS, guardedTransport } from '../transport/guarded-transport.js';
import { isSignedWith, webhookSignature } from './webhook-signature.js';
import { WebhookClient } from './webhook.client.js';

const id = '01990000-0000-7000-8000-000000000001';
const now = new Date('2026-06-30T12:00:00Z');
const secret = 'a-shared-signing-secret';
const marked = { id, ticketId: 'T-9', marker: markerOf(id), memberId: null };
const note: NoteToPost = { ...marked, kind: 'note', text: 'Done', internal: true };
const time: TimeToPost = { ...marked, kind: 'time_entry', hours: 0.5, startedAt: now, notes: null, billable: null };
const open = () => Promise.resolve();

describe('WebhookClient', () => {
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    receiver = await WebhookReceiver.start({ id: 77, hours: 0.75 });
  });
  afterEach(() => receiver.stop());

  const client = (baseUrl = receiver.url) =>
    new WebhookClient(
      { baseUrl, signingSecret: secret },
      { transport: guardedTransport(ANY_ADDRESS), timeoutMs: 3000, now: () => now },
    );

  it('posts signed JSON under the id of the push', async () => {
    expect(await client().postNote(note, open)).toEqual({ entryId: '77', hours: null });
    const [push] = receiver.received;
    expect(JSON.parse(push?.body ?? '')).toEqual({ id, kind: 'note', ticket_id: 'T-9', text: 'Done', internal: true });
    expect(push?.headers['idempotency-key']).toBe(id);
    const header = String(push?.headers['x-flowpilot-signature']);
    expect(isSignedWith(secret, header, push?.body ?? '', { now, toleranceSeconds: 1 })).toBe(true);
    expect(isSignedWith('another', header, push?.body ?? '', { now, toleranceSeconds: 1 })).toBe(false);
  });

  it('takes the hours that the receiver answers, and otherwise leaves them open', async () => {
    expect(await client().postTimeEntry(time, open)).toEqual({ entryId: '77', hours: 0.75 });
    const silent = await WebhookReceiver.start();
    const quiet = client(silent.url);
    expect(await quiet.postTimeEntry(time, open)).toEqual({ entryId: id, hours: null });
    await silent.stop();
  });

  it.each([['with\u0000nul'], ['half a \ud800 pair'], ['x'.repeat(201)], [' '], [null], [{ id: 1 }]])('takes %j for no id', async (answered) => {
    const odd = await WebhookReceiver.start({ id: answered });
    expect(await client(odd.url).postNote(note, open)).toEqual({ entryId: id, hours: null });
    await odd.stop();
  });

  it.each([
    [401, 'permission'],
    [404, 'not_found'],
    [409, 'conflict'],
    [422, 'validation'],
    [429, 'retryable'],
    [503, 'unknown_outcome'],
    ['cut', 'unknown_outcome'],
  ] as const)('after %s a push is %s', async (failure, kind) => {
    receiver.failures.push(failure);
    await expect(client().postNote(note, open)).rejects.toMatchObject({ kind });
  });

  it('says of itself what it cannot do', async () => {
    await expect(client().listMembers()).rejects.toMatchObject({ kind: 'validation' });
  });

  it('tests with a signed message, and says what went wrong', async () => {
    expect(await client().testConnection()).toEqual([{ right: 'Receive a signed test message', ok: true, message: null }]);
    receiver.failures.push(403);
    expect(await client().testConnection()).toMatchObject([{ ok: false, message: expect.stringContaining('does not allow') }]);
  });

  it('believes a message only when it is signed and fresh', async () => {
    const rawBody = Buffer.from('{"record":"time_entry","id":"77"}');
    const headers = (at: Date, key = secret) => ({ 'x-flowpilot-signature': webhookSignature(key, rawBody, at) });
    expect(await client().verifyWebhook({ headers: headers(now), rawBody })).toEqual({ record: 'time_entry', id: '77' });
    expect(await client().verifyWebhook({ headers: headers(now, 'forged-secret'), rawBody })).toBeNull();
    const old = headers(new Date(now.getTime() - 301_000));
    expect(await client().verifyWebhook({ headers: old, rawBody })).toBeNull();
    expect(await client().verifyWebhook({ headers: {}, rawBody })).toBeNull();
  });
});
