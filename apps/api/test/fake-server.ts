import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface FakeRequest {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}

/** A status with a JSON body, or `hangUp`: the connection is cut without an answer. */
export type FakeAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'hangUp';

/** A server on a loopback port for specs of what the import does when answers are odd. */
export async function startFakeServer(answer: (request: FakeRequest) => FakeAnswer) {
  const requests: FakeRequest[] = [];
  const server = createServer((request, response) => void respond(request, response));
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = { method: request.method ?? '', path: request.url ?? '', body: await text(request), headers: request.headers };
    requests.push(seen);
    const given = answer(seen);
    if (given === 'hangUp') request.socket.destroy();
    else response.writeHead(given.status, given.headers).end(JSON.stringify(given.body ?? {}));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
