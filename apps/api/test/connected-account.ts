import { setTimeout as sleep } from 'node:timers/promises';

import type { PsaActivityDto, PsaPushDto } from '@flowpilot/contracts';
import { ConnectWiseStandIn, Scenario } from '@flowpilot/testing';

import { type PsaSettings, Settings } from '../src/config/settings.js';
import { PushWorker } from '../src/psa/outbox/push-worker.js';
import { type SignedIn, startTestApplication, type TestAnswer, type TestApplication } from './application.js';
import { connectWiseInput, testPsaSettings } from './psa-connection.js';

const SETTLED: readonly string[] = ['sent', 'failed', 'dismissed'];

/** An account whose PSA is the stand-in, its admin mapped to a member, and the application's own worker. */
export class ConnectedAccount {
  private lastTicket = 5000;

  private constructor(
    readonly application: TestApplication,
    readonly standIn: ConnectWiseStandIn,
    readonly scenario: Scenario,
    readonly admin: SignedIn,
  ) {}

  static async start(psa: Partial<PsaSettings> = {}): Promise<ConnectedAccount> {
    const application = await startTestApplication({ psa: testPsaSettings(psa) });
    const standIn = await ConnectWiseStandIn.start();
    const scenario = await Scenario.start(application.database);
    const admin = await application.signIn('team_admin', scenario.accountId);
    const account = new ConnectedAccount(application, standIn, scenario, admin);
    await account.map(admin.userId, '202');
    await account.connect();
    return account;
  }

  async connect(changes: object = {}): Promise<void> {
    const payload = connectWiseInput(this.standIn, changes);
    await this.application.inject({ method: 'PUT', url: '/psa/connection', token: this.admin.token, payload });
  }

  async map(userId: string, memberId: string | null): Promise<void> {
    await this.application.database.query('update users set psa_member_id = $2 where id = $1', [userId, memberId]);
  }

  get settings(): Settings {
    return this.application.app.get(Settings);
  }

  get worker(): PushWorker {
    return this.application.app.get(PushWorker);
  }

  /** A session of the admin's on a new ticket of the stand-in; its id and the ticket's number. */
  async session(given: { userId?: string | null; createdAt?: Date } = {}): Promise<{ id: string; ticket: number }> {
    this.lastTicket += 1;
    const ticket = this.lastTicket;
    this.standIn.state.addTicket(ticket);
    const { userId = this.admin.userId, createdAt = new Date(Date.now() - 3_600_000) } = given;
    const { id } = await this.scenario.session({ createdAt, userId, ticket: String(ticket) });
    return { id, ticket };
  }

  send<Body = PsaPushDto>(
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    token = this.admin.token,
  ): Promise<TestAnswer<Body>> {
    return this.application.inject<Body>({ method, url, token, payload });
  }

  /** Asks for a push and answers its id. */
  async push(sessionId: string, what: 'notes' | 'time-entries' | 'status', payload: object): Promise<string> {
    const { status, body, text } = await this.send('POST', `/sessions/${sessionId}/psa/${what}`, payload);
    if (status !== 202) throw new Error(`the push was answered ${status}: ${text}`);
    return body.id;
  }

  async read(id: string): Promise<PsaPushDto> {
    return (await this.send('GET', `/psa/pushes/${id}`)).body;
  }

  /** The push once no further attempt is made by itself, or once `isSo`. */
  async settled(id: string, isSo = (push: PsaPushDto) => SETTLED.includes(push.state)): Promise<PsaPushDto> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const push = await this.read(id);
      if (isSo(push)) return push;
      await sleep(20);
    }
    throw new Error(`the push does not settle: ${JSON.stringify(await this.read(id))}`);
  }

  async activities(): Promise<PsaActivityDto[]> {
    const { body } = await this.send<{ items: PsaActivityDto[] }>('GET', '/psa/activities?limit=200');
    return body.items;
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.application.stop();
    await this.standIn.stop();
  }
}
