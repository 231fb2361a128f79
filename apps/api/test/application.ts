import { Readable } from 'node:stream';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';

import type { Role, Scope } from '@flowpilot/metrics';

import { AccessTokens, randomToken, tokenHash } from '../src/auth/index.js';
import { API_PREFIX, createApplication } from '../src/bootstrap.js';
import { Settings } from '../src/config/settings.js';
import { Database } from '../src/database/database.js';
import { createTestDatabase, type TestDatabase } from '../src/database/test-database.js';
import { RouteTable } from '../src/http/route-table.js';
import { SettableClock } from './settable-clock.js';

const NEVER = new Date('2199-01-01T00:00:00Z');

export interface TestRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  /** Without `/api/v1`. */
  url: string;
  /** An access token or an API key. */
  token?: string;
  payload?: object | string | Buffer | Readable;
  headers?: Record<string, string>;
}

export interface TestAnswer<Body> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** Parsed, if it is JSON. */
  body: Body;
  text: string;
}

export interface SignedIn {
  token: string;
  accountId: string;
  userId: string;
}

/** The whole product without a socket, on a database of its own. */
export class TestApplication {
  readonly database: Database;

  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SettableClock,
    private readonly testDatabase: TestDatabase,
  ) {
    this.database = app.get(Database);
  }

  /** Every route, as the router knows it. */
  get routes(): RouteTable {
    return this.app.get(RouteTable);
  }

  get databaseUrl(): string {
    return this.testDatabase.url;
  }

  async inject<Body = Record<string, unknown>>(request: TestRequest): Promise<TestAnswer<Body>> {
    const { method, url, token, payload, headers } = request;
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await this.app.inject({
      method,
      url: `/${API_PREFIX}${url}`,
      headers: { ...authorization, ...headers },
      ...(payload !== undefined && { payload }),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = (isJson && response.payload !== '' ? JSON.parse(response.payload) : undefined) as Body;
    return { status: response.statusCode, headers: response.headers, body, text: response.payload };
  }

  /** A new account, in UTC unless told. */
  async account(timeZone = 'UTC'): Promise<string> {
    const id = uuidv7();
    await this.database.query('insert into accounts (id, name, time_zone) values ($1, $2, $3)', [
      id,
      `Account ${id.slice(-6)}`,
      timeZone,
    ]);
    return id;
  }

  /** A new user of the account, or of a new one, with a token that does not expire whatever the clock says. */
  async signIn(role: Role = 'team_admin', accountId?: string): Promise<SignedIn> {
    const account = accountId ?? (await this.account());
    const { token, userId } = await this.signInPerson(role, account);
    return { token, accountId: account, userId };
  }

  /** A super_admin who belongs to no account. */
  async signInOperator(): Promise<{ token: string; userId: string }> {
    return this.signInPerson('super_admin', null);
  }

  async apiKey(accountId: string, scopes: readonly Scope[]): Promise<string> {
    const key = `fpk_${randomToken()}`;
    await this.database.query(
      `insert into api_keys (id, account_id, name, scopes, key_hash, key_hint) values ($1, $2, 'Test', $3, $4, 'test')`,
      [uuidv7(), accountId, scopes, tokenHash(key)],
    );
    return key;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.testDatabase.drop();
  }

  private async signInPerson(role: Role, accountId: string | null): Promise<{ token: string; userId: string }> {
    const userId = uuidv7();
    const logInId = uuidv7();
    await this.database.query('insert into users (id, account_id, email, name, role) values ($1, $2, $3, $4, $5)', [
      userId,
      accountId,
      `${userId}@example.test`,
      `Person ${userId.slice(-6)}`,
      role,
    ]);
    await this.database.query(
      'insert into refresh_tokens (id, user_id, family_id, token_hash, expires_at) values ($1, $2, $3, $4, $5)',
      [uuidv7(), userId, logInId, tokenHash(randomToken()), NEVER],
    );
    const token = await this.app.get(AccessTokens).issue({ userId, logInId }, NEVER);
    return { token, userId };
  }
}

/** `settings`, or what they are for the address of its database, replaces the suite's: no throttling, no jobs, no demo, no log. */
export async function startTestApplication(
  settings: Partial<Settings> | ((databaseUrl: string) => Partial<Settings>) = {},
  webDirectory?: string,
): Promise<TestApplication> {
  const testDatabase = await createTestDatabase();
  const clock = new SettableClock();
  const given = typeof settings === 'function' ? settings(testDatabase.url) : settings;
  const app = await createApplication({
    settings: testSettings({ databaseUrl: testDatabase.url, ...given }),
    dataSource: testDatabase.dataSource,
    clock,
    webDirectory,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return new TestApplication(app, clock, testDatabase);
}

function testSettings(settings: Partial<Settings>): Settings {
  const secrets = { jwtSecret: 'j'.repeat(32), encryptionKey: 'e'.repeat(32) };
  const throttle = { ...new Settings(secrets).throttle, disabled: true };
  return new Settings({ ...secrets, throttle, jobs: 'off', logLevel: 'silent', ...settings });
}
