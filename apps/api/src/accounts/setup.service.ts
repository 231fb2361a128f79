import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { DemoAccessDto, DemoPersonDto, SetUpDto } from '@flowpilot/contracts';

import { LogInService, type OpenedLogIn } from '../auth/index.js';
import { DEMO_EMAILS, DEMO_PASSWORD } from '../config/demo-log-ins.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { AccountService } from './account.service.js';

/** Any one number: two set-ups at once queue on it, and the second finds a user. */
const SETUP_LOCK = 4_011_868_003;
const TOKEN_LENGTH = 24;

@Injectable()
export class SetupService {
  /** The same on every replica, and after a restart: derived from the secret, stored nowhere. */
  readonly token: string;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly accounts: AccountService,
    private readonly logIns: LogInService,
  ) {
    const derived = createHmac('sha256', settings.jwtSecret).update('set-up token').digest('base64url');
    this.token = derived.slice(0, TOKEN_LENGTH);
  }

  /** Open until the first user exists. */
  async isOpen(): Promise<boolean> {
    const [row] = await this.database.query<{ open: boolean }>('select not exists (select from users) as open');
    return row?.open ?? false;
  }

  /** How to log in to the demo; null unless it is on and loaded. */
  async demo(): Promise<DemoAccessDto | null> {
    if (!this.settings.demo) return null;
    const people = await this.database.query<DemoPersonDto>(
      `select users.email, users.role
       from users
       where users.email = any($1)
       order by array_position($1, users.email)`,
      [DEMO_EMAILS],
    );
    return people.length > 0 ? { password: DEMO_PASSWORD, people } : null;
  }

  /**
   * Makes the first account and its first user, and logs that user in.
   *
   * @throws Problem `conflict` once a user exists, `forbidden` for a wrong token
   */
  async setUp({ token, account, admin }: SetUpDto): Promise<OpenedLogIn> {
    await this.assertOpen();
    if (!isSame(token, this.token)) throw new Problem('forbidden', 'This is not the token printed in the terminal.');
    await this.database.transaction(async () => {
      await this.database.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      await this.assertOpen();
      await this.accounts.createFirst(account, admin);
    });
    return this.logIns.logIn(admin);
  }

  private async assertOpen(): Promise<void> {
    if (!(await this.isOpen())) throw new Problem('conflict', 'The set-up is done: log in.');
  }
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
