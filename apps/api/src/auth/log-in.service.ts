import { Injectable } from '@nestjs/common';

import type { AccessTokenDto, LogInDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { AccessTokens } from './access-tokens.js';
import { type LogIn, LogIns } from './log-ins.js';
import { MeQuery } from './me.query.js';
import { Passwords } from './passwords.js';

const ACCESS_TOKEN_LIFETIME_S = 15 * 60;

/** What a browser gets: the answer's body, and the token for its cookie. */
export interface OpenedLogIn {
  answer: AccessTokenDto;
  refreshToken: string;
}

@Injectable()
export class LogInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly logIns: LogIns,
    private readonly tokens: AccessTokens,
    private readonly me: MeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `unauthenticated`, the same for an unknown e-mail, a wrong password and a deactivated user */
  async logIn({ email, password }: LogInDto): Promise<OpenedLogIn> {
    const [user] = await this.database.query<{ id: string; password_hash: string | null }>(
      'select users.id, users.password_hash from users where users.email = $1',
      [email],
    );
    const matches = await this.passwords.matches(user?.password_hash, password);
    const opened = matches && user?.password_hash ? await this.begin(user.id, user.password_hash) : null;
    if (!opened) throw new Problem('unauthenticated', 'E-mail or password is wrong.');
    return opened;
  }

  /** For whoever has proved to be the person. Null if the person was deactivated or got another password since. */
  async begin(userId: string, passwordHash: string): Promise<OpenedLogIn | null> {
    const logIn = await this.logIns.open(userId, passwordHash);
    return logIn && this.opened(logIn);
  }

  /** @throws Problem `unauthenticated` when the cookie is missing, used up or of an ended log-in */
  async refresh(refreshToken: string | undefined): Promise<OpenedLogIn> {
    const logIn = refreshToken === undefined ? null : await this.logIns.renew(refreshToken);
    if (!logIn) throw new Problem('unauthenticated', 'The log-in has ended.');
    return this.opened(logIn);
  }

  async logOut(refreshToken: string | undefined): Promise<void> {
    if (refreshToken !== undefined) await this.logIns.end(refreshToken);
  }

  private async opened({ userId, logInId, refreshToken }: LogIn): Promise<OpenedLogIn> {
    const expiresAt = new Date(this.clock.now().getTime() + ACCESS_TOKEN_LIFETIME_S * 1000);
    const answer: AccessTokenDto = {
      access_token: await this.tokens.issue({ userId, logInId }, expiresAt),
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_LIFETIME_S,
      user: await this.me.person(userId),
    };
    return { answer, refreshToken };
  }
}
