import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type SignedIn, startTestApplication, type TestApplication, type TestAnswer } from '../../../test/application.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };

describe('Idempotency-Key', () => {
  let application: TestApplication;
  let admin: SignedIn;
  let sequence = 0;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  beforeEach(async () => {
    admin = await application.signIn();
  });

  afterAll(() => application.stop());

  const newKey = () => `key-${(sequence += 1)}`;
  const create = (key: string, name = 'Network', token = admin.token) =>
    application.inject({
      method: 'POST',
      url: '/categories',
      token,
      payload: { name },
      headers: { 'idempotency-key': key },
    });
  const bulk = (key: string, payload: Readable | string) =>
    application.inject({
      method: 'POST',
      url: '/sessions/bulk',
      token: admin.token,
      payload,
      headers: { ...NDJSON, 'idempotency-key': key },
    });
  const count = async (table: 'categories' | 'sessions' | 'api_keys' | 'idempotency_keys') => {
    const rows = await application.database.query(`select from ${table} where account_id = $1`, [admin.accountId]);
    return rows.length;
  };
  const statuses = (answers: TestAnswer<unknown>[]) => answers.map((answer) => answer.status);

  it('answers a retry as the first time, without doing it again', async () => {
    const key = newKey();
    const first = await create(key);
    const retry = await create(key);
    expect(first.status).toBe(201);
    expect(retry.status).toBe(201);
    expect(retry.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect(await count('categories')).toBe(1);
  });

  it('refuses the key with another body or at another address', async () => {
    const key = newKey();
    await create(key);
    expect(await create(key, 'Printing')).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
    const elsewhere = await application.inject({
      method: 'POST',
      url: '/api-keys',
      token: admin.token,
      payload: { name: 'Network' },
      headers: { 'idempotency-key': key },
    });
    expect(elsewhere.body).toMatchObject({ code: 'idempotency_mismatch' });
    expect(await count('categories')).toBe(1);
  });

  it('lets retries that overtake the first wait for it', async () => {
    const key = newKey();
    const answers = await Promise.all([create(key), create(key), create(key), create(key)]);
    expect(statuses(answers)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'])).toHaveLength(3);
    expect(await count('categories')).toBe(1);
  });

  it('keeps no failure: the key is free for the next try', async () => {
    const key = newKey();
    expect((await create(key, '')).status).toBe(422);
    await create(newKey(), 'Taken');
    expect((await create(key, 'Taken')).status).toBe(409);
    expect((await create(key, 'Free')).status).toBe(201);
  });

  it('is each principal’s own', async () => {
    const key = newKey();
    await create(key);
    const colleague = await application.signIn('team_admin', admin.accountId);
    expect((await create(key, 'Printing', colleague.token)).status).toBe(201);
    const stranger = await application.signIn('team_admin');
    expect((await create(key, 'Network', stranger.token)).status).toBe(201);
  });

  it('is kept for 24 hours', async () => {
    const key = newKey();
    application.clock.set(new Date());
    await create(key);
    application.clock.advance(23 * 3_600_000);
    expect((await create(key)).headers['idempotency-replayed']).toBe('true');
    application.clock.advance(2 * 3_600_000);
    expect((await create(key, 'Printing')).status).toBe(201);
  });

  it('refuses a key that is not plain', async () => {
    for (const key of ['', 'x'.repeat(201), 'a b', 'ä']) {
      expect(await create(key)).toMatchObject({ status: 422, body: { errors: [{ pointer: 'Idempotency-Key' }] } });
    }
  });

  it('keeps an API key for its retry, sealed', async () => {
    const request = {
      method: 'POST' as const,
      url: '/api-keys',
      token: admin.token,
      payload: { name: 'Engine', scopes: ['flows:read'] },
      headers: { 'idempotency-key': newKey() },
    };
    const first = await application.inject<{ key: string }>(request);
    const retry = await application.inject<{ key: string }>(request);
    expect(retry.body.key).toBe(first.body.key);
    const [row] = await application.database.query<{ response: Buffer }>(
      'select response from idempotency_keys where account_id = $1',
      [admin.accountId],
    );
    expect(row?.response.includes(Buffer.from(first.body.key))).toBe(false);
  });

  it('works for people without an account', async () => {
    const { token } = await application.signInOperator();
    const key = newKey();
    const make = () =>
      application.inject({
        method: 'POST',
        url: '/accounts',
        token,
        headers: { 'idempotency-key': key },
        payload: {
          name: 'Once',
          time_zone: 'UTC',
          admin: { email: `${key}@example.test`, name: 'A', password: 'correct horse battery' },
        },
      });
    const [one, two] = await Promise.all([make(), make()]);
    expect(one.text).toBe(two.text);
    expect(one.status).toBe(201);
  });

  it('answers a repeated bulk upload as the first time, and refuses another body', async () => {
    const key = newKey();
    const lines = '{"summary":"a"}\n{"summary":"b"}\nnot json\n';
    const first = await bulk(key, lines);
    expect(first).toMatchObject({ status: 200, body: { accepted: 2, rejected_count: 1 } });
    const retry = await bulk(key, lines);
    expect(retry).toMatchObject({ status: 200, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    expect((await bulk(key, '{"summary":"c"}\n')).body).toMatchObject({ code: 'idempotency_mismatch' });
    expect(await count('sessions')).toBe(2);
  });

  it('lets a bulk upload that overtakes the first wait for it', async () => {
    const key = newKey();
    const slowly = async function* () {
      yield '{"summary":"a"}\n';
      await sleep(600);
      yield '{"summary":"b"}\n';
    };
    const first = bulk(key, Readable.from(slowly(), { objectMode: false }));
    await sleep(200);
    const second = bulk(key, '{"summary":"a"}\n{"summary":"b"}\n');
    const answers = await Promise.all([first, second]);
    expect(statuses(answers)).toEqual([200, 200]);
    expect(answers[1].text).toBe(answers[0].text);
    expect(await count('sessions')).toBe(2);
  });

  it('takes over the key of an upload whose server was killed', async () => {
    const key = newKey();
    application.clock.set(new Date());
    await application.database.query(
      `insert into idempotency_keys (account_id, principal_id, key, request_hash, created_at) values ($1, $2, $3, '', $4)`,
      [admin.accountId, admin.userId, key, application.clock.now()],
    );
    const upload = bulk(key, '{"summary":"a"}\n');
    await sleep(500);
    application.clock.advance(20_000);
    expect((await upload).body).toMatchObject({ accepted: 1 });
  });

  it('frees the key of an upload that failed', async () => {
    const key = newKey();
    const breaking = async function* () {
      yield '{"summary":"a"}\n';
      await sleep(50);
      throw new Error('the client is gone');
    };
    await bulk(key, Readable.from(breaking(), { objectMode: false })).catch(() => undefined);
    for (let i = 0; i < 20 && (await count('idempotency_keys')) > 0; i += 1) await sleep(100);
    expect(await count('idempotency_keys')).toBe(0);
    expect((await bulk(key, '{"summary":"a"}\n')).status).toBe(200);
  });
});
