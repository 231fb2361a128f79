import { Injectable } from '@nestjs/common';
import { jwtVerify, SignJWT } from 'jose';

import { Settings } from '../config/settings.js';
import { Clock } from '../time/clock.js';

const ISSUER = 'flowpilot';
const ALGORITHM = 'HS256';

/** Who an access token speaks for, and by which log-in: it is worth nothing once that log-in has ended. */
export interface AccessClaims {
  userId: string;
  logInId: string;
}

@Injectable()
export class AccessTokens {
  private readonly secret: Uint8Array;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.secret = new TextEncoder().encode(settings.jwtSecret);
  }

  issue(claims: AccessClaims, expiresAt: Date): Promise<string> {
    return new SignJWT({ sid: claims.logInId })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setSubject(claims.userId)
      .setIssuedAt(this.clock.now())
      .setExpirationTime(expiresAt)
      .sign(this.secret);
  }

  /** Null for a token that is forged, foreign or expired. */
  async verify(token: string): Promise<AccessClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        currentDate: this.clock.now(),
      });
      if (payload.sub === undefined || typeof payload.sid !== 'string') return null;
      return { userId: payload.sub, logInId: payload.sid };
    } catch {
      return null;
    }
  }
}
