import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../test/application.js';

describe('health', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  afterAll(() => application.stop());

  it('is live and ready, for anyone', async () => {
    expect(await application.inject({ method: 'GET', url: '/health/live' })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
    expect((await application.inject({ method: 'GET', url: '/health/ready' })).status).toBe(200);
  });
});

it('is live but not ready while the schema is older than the program', async () => {
  const application = await startTestApplication();
  try {
    await application.database.query('delete from migrations');
    const answer = await application.inject({ method: 'GET', url: '/health/ready' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await application.inject({ method: 'GET', url: '/health/live' })).status).toBe(200);
  } finally {
    await application.stop();
  }
});
