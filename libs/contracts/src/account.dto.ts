import { Transform, Type } from 'class-transformer';
import { IsDefined, IsEmail, IsInt, IsString, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';

import type { Role, Scope } from '@flowpilot/metrics';

import { emailAddress, trimmed } from './normalised-text.js';
import { Omittable } from './omittable.js';
import type { Page } from './page.dto.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

export class MeAccountDto {
  id!: string;
  name!: string;
  /** IANA name. */
  time_zone!: string;
  min_sample!: number;
}

/** The person who asks. `account` is null for an operator who belongs to none. */
export class MeDto {
  id!: string;
  email!: string;
  name!: string;
  role!: Role;
  account!: MeAccountDto | null;
}

/** The program that asks. */
export class MeApiKeyDto {
  id!: string;
  name!: string;
  scopes!: Scope[];
  account!: MeAccountDto;
}

export class AccountDto {
  id!: string;
  name!: string;
  /** IANA name. */
  time_zone!: string;
  /** Closed sessions from which on a rate is rated. */
  min_sample!: number;
  /** Hours after its close from which on a session without a time entry counts as unlogged. */
  unlogged_after_hours!: number;
  created_at!: string;
}

export class AccountPageDto implements Page<AccountDto> {
  items!: AccountDto[];
  next_cursor!: string | null;
}

export class UpdateAccountDto {
  @Omittable()
  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name?: string;

  /** IANA name. */
  @Omittable()
  @MaxLength(64)
  @IsString()
  time_zone?: string;

  @Omittable()
  @Min(1)
  @Max(1000)
  @IsInt()
  min_sample?: number;

  @Omittable()
  @Min(0)
  @Max(8760)
  @IsInt()
  unlogged_after_hours?: number;
}

export class TimeZonesDto {
  /** IANA names, in order. */
  time_zones!: string[];
}

export class FirstAdminDto {
  @Transform(emailAddress)
  @MaxLength(254)
  @IsEmail()
  email!: string;

  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name!: string;

  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  @IsString()
  password!: string;
}

export class NewAccountDto {
  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name!: string;

  /** IANA name. */
  @MaxLength(64)
  @IsString()
  time_zone!: string;
}

export class CreateAccountDto extends NewAccountDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => FirstAdminDto)
  admin!: FirstAdminDto;
}
