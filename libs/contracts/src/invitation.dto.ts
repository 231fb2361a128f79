import { IsString, Length, MaxLength } from 'class-validator';

import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

/** A one-time link with which a person sets their password. */
export class InvitationDto {
  /** Shown this once; belongs in the link's fragment, `/accept-invitation#…`, which reaches no log. */
  token!: string;
  expires_at!: string;
}

export class InvitationTokenDto {
  @IsString()
  @MaxLength(200)
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
  @IsString()
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  password!: string;
}
