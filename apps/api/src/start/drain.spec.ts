import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../test/application.js';
import { drain, REQUESTS_END_WITHIN_MS } from './drain.js';

const WAIT_MS = 400;

interface Answer {
  status: number | undefined;
  connection: string | undefined;
  body: string;
}

describe('drain', () => {
  let application: TestApplication;
  let agent: Agent;
  let port: number;
  let token: string;

  beforeEach(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
    port = Number(new URL(await application.app.getUrl()).port);
    agent = new Agent({ keepAlive: true });
    ({ token } = await application.signIn());
  });
  afterEach(async () => {
    agent.destroy();
    await application.stop();
  });

  /** A request on connections that are kept; its body goes out in the given parts, `pauseMs` apart. */
  function ask(method: string, path: string, parts: readonly string[] = [], pauseMs = 0): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
      const asked = request({ agent, port, host: '127.0.0.1', method, path: `/api/v1${path}`, headers }, (answer) => {
        void textOf(answer).then((body) => resolve({ status: answer.statusCode, connection: answer.headers.connection, body }));
      });
      asked.once('error', reject);
      void (async () => {
        for (const part of parts) {
          if (asked.destroyed) return;
          asked.write(part);
          await sleep(pauseMs);
        }
        asked.end();
      })();
    });
  }
  const get = (path: string) => ask('GET', path);

  it('says that it is not ready while it goes on to serve, and asks for connections to be made elsewhere', async () => {
    expect(await get('/health/ready')).toMatchObject({ status: 200, connection: 'keep-alive' });
    const drained = drain(application.app, WAIT_MS);
    const answer = await get('/health/ready');
    expect(answer).toMatchObject({ status: 503, connection: 'close' });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'unavailable' });
    expect(await get('/health/live')).toMatchObject({ status: 200, connection: 'close' });
    expect(await get('/account')).toMatchObject({ status: 200, connection: 'close' });
    await drained;
    await expect(get('/health/live')).rejects.toThrow('ECONNREFUSED');
  });

  it('lets a running upload end, after which nobody is waited for', async () => {
    const lines = Array.from({ length: 6 }, (_, n) => `{"external_ref":"T-${n}"}\n`);
    const upload = ask('POST', '/sessions/bulk', lines, 150);
    await get('/health/live'); // Leaves a connection that idles.
    const began = performance.now();
    await drain(application.app, 0);
    const answer = await upload;
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ accepted: 6 });
    expect(performance.now() - began).toBeLessThan(REQUESTS_END_WITHIN_MS);
  });

  it('does not wait for ever for a request that does not end', async () => {
    const upload = ask('POST', '/sessions/bulk', Array<string>(30).fill('{}\n'), 200);
    const cut = expect(upload).rejects.toThrow();
    await sleep(100);
    await drain(application.app, 0, 300);
    await cut;
  });
});

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: string[] = [];
  answer.setEncoding('utf8');
  for await (const part of answer) parts.push(String(part));
  return parts.join('');
}
