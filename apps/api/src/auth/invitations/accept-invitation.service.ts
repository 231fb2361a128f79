import { Injectable } from '@nestjs/common';

import type { AcceptInvitationDto, InvitedDto } from '@flowpilot/contracts';

import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { LogInService, type OpenedLogIn } from '../log-in.service.js';
import { LogIns } from '../log-ins.js';
import { Passwords } from '../passwords.js';
import { type InvitedRow, Invitations } from './invitations.js';

/** What the holder of a link may do: see whom it is for, and set that person's password with it. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly passwords: Passwords,
    private readonly logIns: LogIns,
    private readonly logIn: LogInService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `invitation_ended` */
  async show(token: string): Promise<InvitedDto> {
    const { email, name, account_name, expires_at } = await this.open(token);
    return { email, name, account_name, expires_at: expires_at.toISOString() };
  }

  /**
   * Sets the password, uses the link up, ends the log-ins that the person may have, and begins one.
   *
   * @throws Problem `invitation_ended`, also for all but one of those who send the same token at the same time
   */
  async accept({ token, password }: AcceptInvitationDto): Promise<OpenedLogIn> {
    const { user_id: userId } = await this.open(token);
    const passwordHash = await this.passwords.hash(password);
    return this.database.transaction(async () => {
      await this.logIns.endAll(userId);
      await this.open(token);
      if (!(await this.invitations.take(token))) throw ended();
      await this.database.query('update users set password_hash = $2, updated_at = $3 where users.id = $1', [
        userId,
        passwordHash,
        this.clock.now(),
      ]);
      const opened = await this.logIn.begin(userId, passwordHash);
      if (!opened) throw ended();
      return opened;
    });
  }

  private async open(token: string): Promise<InvitedRow> {
    const row = await this.invitations.find(token);
    if (!row) throw ended();
    if (row.expires_at <= this.clock.now()) {
      throw new Problem('invitation_ended', 'This link has expired. Ask whoever sent it for a new one.');
    }
    return row;
  }
}

function ended(): Problem {
  return new Problem('invitation_ended', 'This link was used already, or was replaced by a newer one.');
}
