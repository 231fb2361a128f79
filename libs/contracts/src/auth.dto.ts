import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';

import { MeDto } from './account.dto.js';

export class LogInDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

export class AccessTokenDto {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
  user!: MeDto;
}
