import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

import { type Role, ROLES } from '@flowpilot/metrics';

import { emailAddress, trimmed } from './normalised-text.js';
import { Omittable } from './omittable.js';
import type { Page } from './page.dto.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

export class UserDto {
  id!: string;
  email!: string;
  name!: string;
  role!: Role;
  is_active!: boolean;
  /** Without one the user cannot log in. */
  has_password!: boolean;
  /** Until when the link to set a password is good, or was; null when there is none that was not used. */
  invited_until!: string | null;
  /** The member of the PSA that this user's time is logged for. */
  psa_member_id!: string | null;
  created_at!: string;
  last_login_at!: string | null;
}

export class UserPageDto implements Page<UserDto> {
  items!: UserDto[];
  next_cursor!: string | null;
}

export class CreateUserDto {
  @Transform(emailAddress)
  @MaxLength(254)
  @IsEmail()
  email!: string;

  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name!: string;

  @IsIn(ROLES)
  role!: Role;

  @Omittable()
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  @IsString()
  password?: string;

  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  @IsOptional()
  @Length(1, 200)
  @IsString()
  psa_member_id?: string | null;
}

export class UpdateUserDto {
  @Omittable()
  @Transform(emailAddress)
  @MaxLength(254)
  @IsEmail()
  email?: string;

  @Omittable()
  @Transform(trimmed)
  @Length(1, 200)
  @IsString()
  name?: string;

  @Omittable()
  @IsIn(ROLES)
  role?: Role;

  /** Of another user: one's own is changed with the present one, at `/me/password`. */
  @Omittable()
  @Length(MIN_PASSWORD_LENGTH, MAX_PASSWORD_LENGTH)
  @IsString()
  password?: string;

  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  @IsOptional()
  @Length(1, 200)
  @IsString()
  psa_member_id?: string | null;
}
