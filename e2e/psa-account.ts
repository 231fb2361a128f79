import type { APIRequestContext } from '@playwright/test';

import type { AccountDto, SessionDto, UserPageDto } from '../libs/contracts/src/index.js';
import { ConnectWiseStandIn } from '../libs/testing/src/connectwise/connectwise-stand-in.js';
import { PASSWORD, Program } from './person.js';

const OPERATOR = 'operator@demo.test';
const FIRST_TICKET = 48_500;

/** An account of its own for one journey, with an admin, beside a ConnectWise that it can be connected to. */
export class PsaAccount {
  private tickets = 0;

  private constructor(
    readonly admin: string,
    readonly program: Program,
    readonly standIn: ConnectWiseStandIn,
  ) {}

  /** @param name a word that no other journey uses */
  static async make(request: APIRequestContext, name: string): Promise<PsaAccount> {
    const operator = await Program.of(request, OPERATOR);
    const admin = `${name}@psa.test`;
    await operator.post<AccountDto>('/accounts', {
      name: `Account ${name}`,
      time_zone: 'Europe/London',
      admin: { email: admin, name: 'Nora Admin', password: PASSWORD },
    });
    const program = await Program.of(request, admin);
    await program.patch('/account', { unlogged_after_hours: 0 });
    return new PsaAccount(admin, program, await ConnectWiseStandIn.start());
  }

  /** Connects it, and maps its admin to a member, unless asked not to. */
  async connect({ mapped = true }: { mapped?: boolean } = {}): Promise<void> {
    const { company, clientId, apiMember } = this.standIn.state;
    const keys = { public_key: apiMember.publicKey, private_key: apiMember.privateKey, client_id: clientId };
    await this.program.put('/psa/connection', { provider: 'connectwise', base_url: this.standIn.url, company, ...keys });
    if (!mapped) return;
    const { items } = await this.program.get<UserPageDto>('/users');
    await this.program.patch(`/users/${items[0]?.id ?? ''}`, { psa_member_id: '202' });
  }

  /** A session of half an hour on a ticket of its own. */
  async session(summary: string, { resolved = false }: { resolved?: boolean } = {}): Promise<{ id: string; ticket: number }> {
    this.tickets += 1;
    const ticket = FIRST_TICKET + this.tickets;
    this.standIn.state.addTicket(ticket);
    const session = await this.program.post<SessionDto>('/sessions', {
      problem_domain: 'VPN',
      summary,
      client: 'Harbour Dental',
      psa_ticket_id: String(ticket),
      created_at: new Date(Date.now() - 30 * 60_000).toISOString(),
    });
    if (resolved) await this.program.post(`/sessions/${session.id}/resolve`, {});
    return { id: session.id, ticket };
  }

  async stop(): Promise<void> {
    await this.standIn.stop();
  }
}
