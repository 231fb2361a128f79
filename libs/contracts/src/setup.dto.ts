import { Type } from 'class-transformer';
import { IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';

import type { Role } from '@flowpilot/metrics';

import { FirstAdminDto, NewAccountDto } from './account.dto.js';

export class DemoPersonDto {
  email!: string;
  role!: Role;
}

export class DemoAccessDto {
  /** Of all of them. */
  password!: string;
  people!: DemoPersonDto[];
}

export class SetupStateDto {
  /** Whether the first account and its administrator are still to be made. */
  open!: boolean;
  /** How to log in to the demo, where it is loaded. */
  demo!: DemoAccessDto | null;
}

export class SetUpDto {
  /** Printed in the terminal where the server was started. */
  @MaxLength(200)
  @IsString()
  token!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => NewAccountDto)
  account!: NewAccountDto;

  @IsDefined()
  @ValidateNested()
  @Type(() => FirstAdminDto)
  admin!: FirstAdminDto;
}
