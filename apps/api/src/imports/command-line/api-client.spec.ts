import { ApiClient } from './api-client.js';
import { type FakeAnswer, startFakeServer } from '../../../test/fake-server.js';

describe('ApiClient', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

  async function clientOf(answers: FakeAnswer[], options: { attempts?: number; signal?: AbortSignal } = {}) {
    const server = await startFakeServer(() => answers.shift() ?? { status: 200, body: { done: true } });
    stops.push(server.stop);
    const signal = options.signal ?? new AbortController().signal;
    const client = new ApiClient({ url: server.url, firstPause: 1, ...options, signal });
    return { client, server };
  }

  it('sends the token and JSON, or lines', async () => {
    const { client, server } = await clientOf([]);
    await client.authenticate(() => Promise.resolve('secret'));
    await client.request({ method: 'POST', path: '/categories', body: { name: 'VPN' } });
    await client.request({ method: 'POST', path: '/sessions/bulk', body: '{}\n' });
    expect(server.requests).toMatchObject([
      { path: '/api/v1/categories', body: '{"name":"VPN"}', headers: { authorization: 'Bearer secret', 'content-type': 'application/json' } },
      { body: '{}\n', headers: { 'content-type': 'application/x-ndjson' } },
    ]);
  });

  it.each([[429], [502], [503], [504]])('tries again after %d', async (status) => {
    const { client, server } = await clientOf([{ status }, { status }]);
    await client.authenticate(() => Promise.resolve('secret'));
    await expect(client.request({ path: '/me' })).resolves.toEqual({ done: true });
    expect(server.requests).toHaveLength(3);
  });

  it('waits as long as the server asks for', async () => {
    const { client } = await clientOf([{ status: 429, headers: { 'retry-after': '1' } }]);
    const started = Date.now();
    await client.request({ path: '/me' });
    expect(Date.now() - started).toBeGreaterThan(990);
  });

  it('tries again when the connection is lost once it has been let in', async () => {
    const { client, server } = await clientOf([{ status: 200 }, 'hangUp', 'hangUp']);
    await client.authenticate(() => client.request({ path: '/auth/login' }).then(() => 'secret'));
    await expect(client.request({ path: '/me' })).resolves.toEqual({ done: true });
    expect(server.requests).toHaveLength(4);
  });

  it('gives up after its attempts, with the reason', async () => {
    const { client } = await clientOf(['hangUp', 'hangUp', 'hangUp'], { attempts: 2 });
    await client.authenticate(() => Promise.resolve('secret'));
    await expect(client.request({ path: '/me' })).rejects.toThrow('No server answers at http://127.0.0.1');
  });

  it('says at once when no server is there to log in to', async () => {
    const { client, server } = await clientOf([]);
    await server.stop();
    await expect(client.request({ path: '/auth/login' })).rejects.toThrow('Start it with npm start');
  });

  it('logs in anew when the token has expired, without sending the old one', async () => {
    const { client, server } = await clientOf([{ status: 401 }]);
    const tokens = ['old', 'new'];
    await client.authenticate(() => Promise.resolve(tokens.shift() ?? ''));
    await client.request({ path: '/me' });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('says what a refusal means', async () => {
    const { client } = await clientOf([
      { status: 401, body: { detail: 'The e-mail or the password is wrong.' } },
      { status: 403 },
      { status: 422, body: { detail: 'name is too long' } },
      { status: 404 },
    ]);
    const refused = () => client.request({ path: '/x' });
    await expect(refused()).rejects.toThrow('The e-mail or the password is wrong.');
    await expect(refused()).rejects.toThrow('it takes a team admin');
    await expect(refused()).rejects.toThrow('The server refused GET /x: name is too long');
    await expect(refused()).rejects.toThrow('not the server of this product');
  });

  it('stops waiting when it is interrupted', async () => {
    const interruption = new AbortController();
    const { client } = await clientOf([{ status: 503, headers: { 'retry-after': '60' } }], { signal: interruption.signal });
    const request = client.request({ path: '/me' });
    setTimeout(() => interruption.abort(), 50);
    await expect(request).rejects.toThrow();
  });
});
