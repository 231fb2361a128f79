import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import { AccountService, UserService } from '../accounts/index.js';
import { Passwords, type UserPrincipal } from '../auth/index.js';
import { DEMO_PASSWORD } from '../config/demo-log-ins.js';
import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { type DemoPerson, OPERATOR } from './catalogue/people.js';
import type { DemoAccount } from './generator/demo-account.js';

/** Makes the demo's accounts and the people who log in to them. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: AccountService,
    private readonly users: UserService,
    private readonly passwords: Passwords,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The account's id, and the ids of its people by e-mail. */
  async make({ name, timeZone, people }: DemoAccount): Promise<{ accountId: string; ids: ReadonlyMap<string, string> }> {
    const [admin, ...others] = people;
    if (!admin) throw new Error(`nobody works at ${name}`);
    const { id: accountId } = await this.accounts.create({
      name,
      time_zone: timeZone,
      admin: { email: admin.email, name: admin.name, password: DEMO_PASSWORD },
    });
    const { items } = await this.users.list(accountId, {});
    const ids = new Map(items.map(({ email, id }) => [email, id]));
    const principal: UserPrincipal = { kind: 'user', id: ids.get(admin.email) ?? '', accountId, role: 'team_admin', logInId: '' };
    for (const person of others) {
      const { id } = await this.users.create(principal, accountId, { ...person, password: DEMO_PASSWORD });
      ids.set(person.email, id);
    }
    return { accountId, ids };
  }

  /** An operator belongs to no account, so no service of an account makes one. */
  async makeOperator({ email, name, role }: DemoPerson = OPERATOR): Promise<void> {
    await this.database.query(
      `insert into users (id, account_id, email, name, role, password_hash, created_at, updated_at)
       values ($1, null, $2, $3, $4, $5, $6, $6)`,
      [newId(), email, name, role, await this.passwords.hash(DEMO_PASSWORD), this.clock.now()],
    );
  }
}
