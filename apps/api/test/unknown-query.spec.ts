import { randomUUID } from 'node:crypto';

import { ACCESS_TABLE } from './access-table.js';
import { startTestApplication, type TestApplication } from './application.js';

const READS = Object.keys(ACCESS_TABLE).flatMap((route) => (route.startsWith('GET ') ? route.slice(4) : []));

describe('a query field that nobody knows', () => {
  let application: TestApplication;
  let admin: string;
  let operator: string;
  beforeAll(async () => {
    application = await startTestApplication();
    admin = (await application.signIn()).token;
    operator = (await application.signInOperator()).token;
  });
  afterAll(() => application.stop());

  it.each(READS)('is refused: %s', async (path) => {
    const url = `${path.replace(':id', randomUUID()).replace(':version', '1')}?bogus=1`;
    const token = path.startsWith('/accounts') ? operator : admin;
    const answer = await application.inject({ method: 'GET', url, token });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(answer.body.errors).toContainEqual({ pointer: 'bogus', message: 'bogus is not a known field' });
  });
});
