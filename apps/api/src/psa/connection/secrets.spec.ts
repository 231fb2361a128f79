import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ConnectedAccount } from '../../../test/connected-account.js';
import { ProductProcess } from '../../../test/product-process.js';
import { connectWiseInput } from '../../../test/psa-connection.js';

const PUBLIC = 'PUBLIC-SECRET-7f3a';
const PRIVATE = 'PRIVATE-SECRET-91bc';
const WRONG = 'WRONG-SECRET-55de';
const SIGNING = 'SIGNING-SECRET-20ab';

const basic = (publicKey: string, privateKey: string) =>
  Buffer.from(`acme+${publicKey}:${privateKey}`).toString('base64');
const plain = [PUBLIC, PRIVATE, WRONG, SIGNING, basic(PUBLIC, PRIVATE), basic(PUBLIC, WRONG)];
/** As a dump shows bytes. */
const secrets = [...plain, ...plain.map((secret) => Buffer.from(secret).toString('hex'))];

/** The whole product in a process of its own, with everything logged that it ever logs. */
describe('the secrets of a connection', () => {
  let account: ConnectedAccount;
  let server: ProductProcess;
  let url: string;
  const answers: string[] = [];

  beforeAll(async () => {
    account = await ConnectedAccount.start();
    account.standIn.state.apiMember.publicKey = PUBLIC;
    account.standIn.state.apiMember.privateKey = PRIVATE;
    account.standIn.state.echoesCredentials = true;
    server = ProductProcess.start('main', {
      PORT: '0',
      DEMO: 'false',
      DATABASE_URL: account.application.databaseUrl,
      JWT_SECRET: 'j'.repeat(32),
      ENCRYPTION_KEY: 'e'.repeat(32),
      LOG_LEVEL: 'trace',
      PSA_ALLOW_PRIVATE_ADDRESSES: 'true',
      PSA_POLL_MS: '20',
      PSA_TIMEOUT_MS: '600',
    });
    url = await server.ready();
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await account.stop();
  });

  async function send(method: string, path: string, payload?: object): Promise<void> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${account.admin.token}`, ...(payload && { 'content-type': 'application/json' }) },
      ...(payload && { body: JSON.stringify(payload) }),
    });
    answers.push(`${method} ${path} ${answer.status}`, JSON.stringify([...answer.headers]), await answer.text());
  }

  const input = (changes: object = {}) => connectWiseInput(account.standIn, changes);

  async function connectInEveryWay(): Promise<void> {
    for (const connection of [
      input({ private_key: WRONG }),
      input({ base_url: 'http://127.0.0.1:9' }),
      input({ company: 'nobody' }),
      input({ base_url: 'nonsense' }),
      input({ private_key: [PRIVATE] }),
      input({ private_key: PRIVATE.repeat(100) }),
      { provider: 'webhook', base_url: 'http://127.0.0.1:9/in', signing_secret: SIGNING },
      input(),
    ]) {
      await send('POST', '/psa/connection/test', connection);
      await send('PUT', '/psa/connection', connection);
      await send('GET', '/psa/connection');
      await send('GET', '/psa/members');
    }
  }

  async function pushInEveryWay(): Promise<void> {
    const { state, faults } = account.standIn;
    for (const fault of ['rate_limited', 'server_error_before_storing', 'hang_before_storing', 'cut_after_storing'] as const) {
      const { id } = await account.session();
      faults.queue(fault);
      await account.settled(await account.push(id, 'notes', { text: 'x' }), ({ attempts }) => attempts > 0);
    }
    state.apiMember.privateKey = 'changed in ConnectWise';
    const { id } = await account.session();
    const push = await account.settled(await account.push(id, 'notes', { text: 'x' }));
    expect(push.last_error).toContain('•••');
    await send('GET', '/psa/pushes');
    await send('GET', '/psa/pushes.csv');
    await send('POST', '/jobs/psa.reconcile/run?wait=true');
    await send('GET', '/jobs');
  }

  async function dump(): Promise<string> {
    const query = <Row>(sql: string) => account.application.database.query<Row>(sql);
    const tables = await query<{ name: string }>(
      `select format('%I.%I', tables.table_schema, tables.table_name) as name from information_schema.tables
       where tables.table_schema in ('public', 'pgboss') and tables.table_type = 'BASE TABLE'`,
    );
    const dumped: string[] = [];
    for (const { name } of tables) dumped.push(JSON.stringify(await query(`select row::text from ${name} as row`)));
    return dumped.join('\n');
  }

  it('stand in no answer, no line of the log, and nowhere in the database', async () => {
    await connectInEveryWay();
    await pushInEveryWay();
    await server.stop();
    const found = { answers: answers.join('\n'), log: server.output, database: await dump() };
    expect(found.answers).toContain('does not accept the credentials');
    expect(found.log).toContain('{');
    expect(found.database).toContain('time_increment_minutes');
    const leaks = Object.entries(found).flatMap(([place, text]) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in the ${place}`),
    );
    expect(leaks).toEqual([]);
  }, 120_000);
});
