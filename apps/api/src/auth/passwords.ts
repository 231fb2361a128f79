import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, as OWASP recommends it: 19 MiB and two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs on threads of its own and does not hold up other requests. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Takes as long where there is no hash as where there is one, so that time does not tell who exists. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    if (passwordHash) return verify(passwordHash, password);
    this.decoy ??= this.hash('nobody has this password');
    await verify(await this.decoy, password);
    return false;
  }
}
