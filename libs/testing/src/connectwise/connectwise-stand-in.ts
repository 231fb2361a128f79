import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { actOn, Silence } from './fault-acts.js';
import { FaultPlan } from './faults.js';
import { Refusal } from './refusal.js';
import { checkAccess } from './stand-in-access.js';
import { readRequest, type StandInAnswer, type StandInRequest } from './stand-in-request.js';
import type { StandInRoute } from './stand-in-route.js';
import { StandInState } from './stand-in-state.js';
import { systemRoutes } from './system-routes.js';
import { ticketRoutes } from './ticket-routes.js';
import { timeEntryRoutes } from './time-entry-routes.js';

const ROUTES: readonly StandInRoute[] = [...ticketRoutes, ...timeEntryRoutes, ...systemRoutes];
/** Outside the codebase the web server answers, not the API. */
const NOTHING_HERE = '<html><body><h1>404 - File or directory not found.</h1></body></html>';

/**
 * A ConnectWise Manage that is strict about everything the product sends: a real HTTP server on a free loopback
 * port. Its `state` is what a test compares with; `faults` makes requests fail.
 */
export class ConnectWiseStandIn {
  readonly faults = new FaultPlan();
  readonly state: StandInState;
  /** Every request that arrived: method and path. */
  readonly requests: string[] = [];
  private readonly server: Server;

  private constructor(now: () => Date) {
    this.state = new StandInState(now);
    this.server = createServer((message, response) => void this.respond(message, response));
  }

  static async start(now: () => Date = () => new Date(), port = 0): Promise<ConnectWiseStandIn> {
    const standIn = new ConnectWiseStandIn(now);
    await new Promise<void>((resolve) => standIn.server.listen(port, '127.0.0.1', resolve));
    return standIn;
  }

  /** The base address that a connection is given. */
  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the stand-in is not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await readRequest(message);
      this.requests.push(`${request.method} ${request.path}`);
      if (request.path.startsWith('/login/')) {
        write(response, this.openAddress(request));
        return;
      }
      const fault = this.faults.take(request.method !== 'GET');
      await actOn('before', fault, this.state, message.socket);
      const answer = this.handle(request);
      await actOn('after', fault, this.state, message.socket);
      write(response, answer);
    } catch (error) {
      if (error instanceof Refusal) write(response, refusalAnswer(error));
      else if (!(error instanceof Silence) && !message.errored) throw error;
    }
  }

  /** What needs no key: the company's codebase, and the key that its callbacks are signed with. */
  private openAddress({ path }: StandInRequest): StandInAnswer {
    const { company, codebase, signingKey } = this.state;
    if (path.startsWith('/login/callback-keys/')) return { status: 200, body: { signing_key: signingKey } };
    if (path !== `/login/companyinfo/${company}`) throw Refusal.notFound('Company', path.split('/').at(-1) ?? '');
    return { status: 200, body: { CompanyName: company, Codebase: `${codebase}/`, IsCloud: true } };
  }

  private handle(request: StandInRequest): StandInAnswer {
    const base = `/${this.state.codebase}/apis/3.0`;
    if (!request.path.startsWith(`${base}/`)) return { status: 404, body: NOTHING_HERE };
    const path = request.path.slice(base.length);
    const pattern = path.replace(/\/\d+(?=\/|$)/, '/:id');
    const known = ROUTES.filter((route) => route.path === pattern);
    if (known.length === 0) throw new Refusal(404, 'NotFound', 'There is nothing at this address.');
    const route = known.find((each) => each.method === request.method);
    if (!route) throw new Refusal(405, 'MethodNotAllowed', 'The method is not allowed here.');
    checkAccess(this.state, request, route.right);
    return route.handle(this.state, request, Number(/\/(\d+)(?:\/|$)/.exec(path)?.[1]));
  }
}

function refusalAnswer({ status, code, message, errors, headers }: Refusal): StandInAnswer {
  return { status, body: { code, message, errors }, headers };
}

function write(response: ServerResponse, answer: StandInAnswer): void {
  const type = answer.body === NOTHING_HERE ? 'text/html' : 'application/json';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(type === 'text/html' ? NOTHING_HERE : JSON.stringify(answer.body));
}
