import { Transform } from 'class-transformer';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

import { MeDto } from './account.dto.js';
import { emailAddress } from './normalised-text.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

export class LogInDto {
  @Transform(emailAddress)
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, MAX_PASSWORD_LENGTH)
  password!: string;
}

export class AccessTokenDto {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
  user!: MeDto;
}

export class ChangePasswordDto {
  @IsString()
  @Length(1, MAX_PASSWORD_LENGTH)
  current!: string;

  @IsString()
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  new!: string;
}
