import { IsString, Length, MaxLength } from 'class-validator';

import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

/** A one-time link with which a person sets their password. */
export class InvitationDto {
  /** Shown this once; belongs in the link's fragment, `/accept-invitation#…`, which reaches no log. */
  token!: string;
  expires_at!: string;
}

export class InvitationTokenDto {
  @MaxLength(200)
  @IsString()
  token!: string;
}

/** Whom a link is for. */
export class InvitedDto {
  email!: string;
  name!: string;
  account_name!: string;
  expires_at!: string;
}

export class AcceptInvitationDto extends InvitationTokenDto {
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  @IsString()
  password!: string;
}
