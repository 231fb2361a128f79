import { Transform } from 'class-transformer';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

import { MeDto } from './account.dto.js';
import { emailAddress } from './normalised-text.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

export class LogInDto {
  @Transform(emailAddress)
  @MaxLength(254)
  @IsEmail()
  email!: string;

  @Length(1, MAX_PASSWORD_LENGTH)
  @IsString()
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
  @Length(1, MAX_PASSWORD_LENGTH)
  @IsString()
  current!: string;

  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  @IsString()
  new!: string;
}
