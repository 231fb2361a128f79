import { Injectable } from '@nestjs/common';

import type { ChangePasswordDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { Invitations } from './invitations/invitations.js';
import { LogIns } from './log-ins.js';
import { Passwords } from './passwords.js';
import type { UserPrincipal } from './principal.js';

@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly logIns: LogIns,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  /** Changes one's own password and ends one's other log-ins. */
  async change(principal: UserPrincipal, body: ChangePasswordDto): Promise<void> {
    const [user] = await this.database.query<{ password_hash: string | null }>(
      'select users.password_hash from users where users.id = $1',
      [principal.id],
    );
    const known = user?.password_hash ?? null;
    if (!(await this.passwords.matches(known, body.current))) throw wrongPassword();
    const next = await this.passwords.hash(body.new);
    await this.database.transaction(async () => {
      await this.logIns.endAll(principal.id, principal.logInId);
      await this.invitations.revoke(principal.id);
      const changed = await this.database.query(
        `update users
         set password_hash = $3, updated_at = $4
         where users.id = $1 and users.password_hash = $2
         returning users.id`,
        [principal.id, known, next, this.clock.now()],
      );
      if (changed.length === 0) throw wrongPassword(); // It was changed meanwhile.
    });
  }
}

function wrongPassword(): Problem {
  return Problem.invalid('/current', 'current is not your password');
}
