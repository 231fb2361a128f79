import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

export interface ReceivedPush {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A program at the other end of the webhook provider: it keeps what it was sent and drops keys it has seen. */
export class WebhookReceiver {
  /** Every request, repeated ones too. */
  readonly received: ReceivedPush[] = [];
  /** Key of each push to its body, once. */
  readonly accepted = new Map<string, string>();
  /** What the next requests are answered with instead, in order; `cut` stores and then cuts the connection. */
  readonly failures: (number | 'cut')[] = [];
  private readonly server: Server;

  private constructor(private readonly answer: object | undefined) {
    this.server = createServer((message, response) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        this.received.push({ headers: message.headers, body });
        const failure = this.failures.shift();
        if (typeof failure === 'number') {
          response.writeHead(failure).end();
          return;
        }
        this.accepted.set(String(message.headers['idempotency-key']), body);
        if (failure === 'cut') message.socket.destroy();
        else response.end(this.answer && JSON.stringify(this.answer));
      });
    });
  }

  /** Answers 200 with `answer`, or with an empty body. */
  static async start(answer?: object): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(answer);
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the receiver is not listening');
    return `http://127.0.0.1:${address.port}/pushes`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
