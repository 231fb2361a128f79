import { createServer, type Server } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ANY_ADDRESS, guardedTransport, PUBLIC_ONLY, type ResolvedAddress } from './guarded-transport.js';
import { ForbiddenAddress, forbiddenAddress, neverReached, type Transport } from './transport.js';

describe('guardedTransport', () => {
  let server: Server;
  let port: number;
  let reached: number;

  beforeEach(async () => {
    reached = 0;
    server = createServer((request, response) => {
      reached += 1;
      if (request.url === '/away') response.writeHead(302, { location: '/secret' });
      response.end('body');
    });
    // Every address of 127/8 is this machine; the connections are told apart by the rule, not by the server.
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const get = (transport: Transport, url: string, headers: Record<string, string> = {}) =>
    transport(url, { method: 'GET', headers, signal: AbortSignal.timeout(5000) });

  async function failure(transport: Transport, url: string): Promise<unknown> {
    return get(transport, url).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it.each([
    ['plain http', 'http://example.com/'],
    ['another scheme', 'file:///etc/passwd'],
    ['no address', 'example.com'],
    ['a user in it', 'https://user@example.com/'],
    ['loopback', 'https://127.0.0.1:PORT/'],
    ['loopback as one number', 'https://2130706433:PORT/'],
    ['loopback in hexadecimal', 'https://0x7f.1:PORT/'],
    ['IPv6 loopback', 'https://[::1]:PORT/'],
    ['mapped loopback', 'https://[::ffff:127.0.0.1]:PORT/'],
    ['cloud metadata', 'https://169.254.169.254/latest/meta-data'],
    ['a private address', 'https://10.0.0.1/'],
    ['a name of this machine', 'https://localhost:PORT/'],
  ])('refuses %s without connecting', async (_what, url) => {
    const error = await failure(guardedTransport(PUBLIC_ONLY), url.replace('PORT', String(port)));
    expect(forbiddenAddress(error)).toBeInstanceOf(ForbiddenAddress);
    expect(neverReached(error)).toBe(true);
    expect(reached).toBe(0);
  });

  it('refuses a name with one forbidden address among allowed ones', async () => {
    const addresses = ['93.184.215.14', '192.168.0.1'].map((address) => ({ address, family: 4 }));
    const transport = guardedTransport(PUBLIC_ONLY, () => Promise.resolve(addresses));
    expect(forbiddenAddress(await failure(transport, 'https://psa.test/'))).toBeDefined();
  });

  it('connects to the very address that it judged, and judges anew for each connection', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    let asked = 0;
    const resolve = (): Promise<ResolvedAddress[]> => {
      const address = answers[asked] ?? '127.0.0.2';
      asked += 1;
      return Promise.resolve([{ address, family: 4 }]);
    };
    const onlyFirst = { allowHttp: true, isAllowed: (address: string) => address === '127.0.0.1' };
    const transport = guardedTransport(onlyFirst, resolve);
    const url = `http://rebinding.test:${port}/`;

    expect((await get(transport, url, { connection: 'close' })).status).toBe(200);
    expect(asked).toBe(1);
    expect(forbiddenAddress(await failure(transport, url))).toBeDefined();
    expect(reached).toBe(1);
  });

  it('answers a redirect instead of following it', async () => {
    const response = await get(guardedTransport(ANY_ADDRESS), `http://127.0.0.1:${port}/away`);
    expect(response.status).toBe(302);
    expect(reached).toBe(1);
  });

  it('tells a server that was never reached from one that may have been', async () => {
    const transport = guardedTransport(ANY_ADDRESS);
    server.removeAllListeners('request');
    server.on('request', (request) => request.socket.destroy());
    expect(neverReached(await failure(transport, `http://127.0.0.1:${port}/`))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(neverReached(await failure(transport, `http://127.0.0.1:${port}/`))).toBe(true);
  });
});
