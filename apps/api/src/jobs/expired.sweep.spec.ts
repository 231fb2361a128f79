import { randomUUID } from 'node:crypto';

import { NIL } from 'uuid';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { Clock } from '../time/clock.js';
import { ExpiredSweep } from './expired.sweep.js';

const HOUR = 3_600_000;

describe('ExpiredSweep', () => {
  let database: TestDatabase;
  let sweep: ExpiredSweep;
  const query = (sql: string, parameters: unknown[]) => database.dataSource.query(sql, parameters);

  beforeAll(async () => {
    database = await createTestDatabase();
    sweep = new ExpiredSweep(new Database(database.dataSource), new Clock());
  });
  afterAll(() => database.drop());

  async function account(): Promise<string> {
    const id = randomUUID();
    await query(`insert into accounts (id, name, time_zone) values ($1, 'Acme', 'UTC')`, [id]);
    return id;
  }

  async function logIn(accountId: string | null, expiresIn: number): Promise<string> {
    const [user, token] = [randomUUID(), randomUUID()];
    await query(`insert into users (id, account_id, email, name, role) values ($1, $2, $3, 'Ana', 'super_admin')`, [
      user,
      accountId,
      `${user}@x.test`,
    ]);
    await query(
      'insert into refresh_tokens (id, user_id, family_id, token_hash, expires_at) values ($1, $2, $1, $3, $4)',
      [token, user, Buffer.from(token), new Date(Date.now() + expiresIn)],
    );
    return token;
  }

  async function invitation(accountId: string, age: number): Promise<void> {
    const user = randomUUID();
    await query(`insert into users (id, account_id, email, name, role) values ($1, $2, $3, 'Ben', 'engineer')`, [
      user,
      accountId,
      `${user}@x.test`,
    ]);
    await query(`insert into invitations (user_id, token_hash, created_at, expires_at) values ($1, $2, now(), $3)`, [
      user,
      Buffer.from(user),
      new Date(Date.now() - age),
    ]);
  }

  async function retryKey(accountId: string, age: number): Promise<string> {
    const key = randomUUID();
    await query(
      `insert into idempotency_keys (account_id, principal_id, key, request_hash, created_at) values ($1, $2, $3, 'x', $4)`,
      [accountId, randomUUID(), key, new Date(Date.now() - age)],
    );
    return key;
  }

  const left = async (table: string, column: string) => {
    const rows = await database.dataSource.query<{ found: string }[]>(`select ${column} as found from ${table}`);
    return rows.map(({ found }) => found);
  };

  it('deletes what has expired in the account, and nothing of another', async () => {
    const [mine, other] = [await account(), await account()];
    await logIn(mine, -HOUR);
    const tokens = [await logIn(mine, HOUR), await logIn(other, -HOUR), await logIn(null, -HOUR)];
    for (const age of [HOUR, 31 * 24 * HOUR]) await invitation(mine, age);
    await invitation(other, 31 * 24 * HOUR);
    await retryKey(mine, 25 * HOUR);
    const keys = [await retryKey(mine, 23 * HOUR), await retryKey(other, 25 * HOUR), await retryKey(NIL, 25 * HOUR)];
    expect(await sweep.run(mine)).toEqual({ refresh_tokens: 1, invitations: 1, idempotency_keys: 1, imported_files: 0 });
    expect((await left('refresh_tokens', 'id')).sort()).toEqual(tokens.sort());
    expect((await left('idempotency_keys', 'key')).sort()).toEqual(keys.sort());
    expect(await sweep.runShared()).toEqual({ refresh_tokens: 1, idempotency_keys: 1 });
    expect(await sweep.run(mine)).toEqual({ refresh_tokens: 0, invitations: 0, idempotency_keys: 0, imported_files: 0 });
  });

  it('deletes files of imports that nobody started within a day, and no other', async () => {
    const mine = await account();
    const imported = async (state: string, age: number) => {
      const id = randomUUID();
      await query(
        `insert into imports (account_id, id, created_by, format, file_name, encoding, dry_run, shift_to_today, state, created_at)
         values ($1, $2, $2, 'csv', 'a.csv', 'utf-8', true, false, $3, $4)`,
        [mine, id, state, new Date(Date.now() - age)],
      );
      await query(`insert into import_chunks (account_id, import_id, position, bytes) values ($1, $2, 0, 'a')`, [mine, id]);
      return id;
    };
    const old = await imported('checked', 25 * HOUR);
    const kept = [await imported('checked', HOUR), await imported('running', 25 * HOUR)];
    expect(await sweep.run(mine)).toMatchObject({ imported_files: 1 });
    expect(await left('import_chunks', 'import_id')).toEqual(kept);
    expect(await query('select state from imports where id = $1', [old])).toEqual([{ state: 'cancelled' }]);
  });
});
