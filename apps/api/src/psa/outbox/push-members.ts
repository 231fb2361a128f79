import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import type { ConnectedPsa } from '../connection/psa-clients.js';
import { PsaError } from '../provider/psa-error.js';
import type { ClaimedPush } from './push-claims.query.js';

interface Person {
  name: string;
  psa_member_id: string | null;
}

/** In whose name an entry is made. It is asked at each attempt, so that mending the mapping mends the push. */
@Injectable()
export class PushMembers {
  constructor(private readonly database: Database) {}

  /**
   * The member that the person is mapped to, or the account's default one if it says so; null for a PSA without
   * members, and for a status, which is nobody's.
   *
   * @throws PsaError `validation`
   */
  async memberOf(push: ClaimedPush, { capabilities, settings }: ConnectedPsa): Promise<string | null> {
    if (!capabilities.members || push.payload.kind === 'status') return null;
    const person = await this.person(push);
    const mapped = person?.psa_member_id ?? null;
    if (mapped !== null) return mapped;
    if (settings.use_default_member && settings.default_member_id !== null) return settings.default_member_id;
    const who = person ? `${person.name} is not mapped to a member of the PSA` : 'The work belongs to no person';
    throw new PsaError('validation', `${who}, and the account does not let a default member stand in.`);
  }

  private async person(push: ClaimedPush): Promise<Person | undefined> {
    const [person] = await this.database.query<Person>(
      'select users.name, users.psa_member_id from users where users.account_id = $1 and users.id = $2',
      [push.account_id, push.user_id],
    );
    return person;
  }
}
