import { Type } from 'class-transformer';
import { IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';

import { FirstAdminDto, NewAccountDto } from './account.dto.js';

export class SetupStateDto {
  /** Whether the first account and its administrator are still to be made. */
  open!: boolean;
}

export class SetUpDto {
  /** Printed in the terminal where the server was started. */
  @IsString()
  @MaxLength(200)
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
