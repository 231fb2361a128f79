import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { IsInstant } from './instant.js';
import {
  MAX_BULK_TIME_ENTRIES,
  MAX_HOURS,
  MAX_HOURS_DECIMALS,
  MAX_NAME_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_PSA_TEXT_LENGTH,
} from './limits.js';
import { Omittable } from './omittable.js';

export class PostNoteDto {
  @IsNotEmpty()
  @MaxLength(MAX_PSA_TEXT_LENGTH)
  @IsString()
  text!: string;

  /** Not shown to the customer; false when omitted. */
  @Omittable()
  @IsBoolean()
  internal?: boolean;
}

export class LogTimeDto {
  /** More than 0, at most 24, up to 4 decimals. The PSA may round them. */
  @IsPositive()
  @Max(MAX_HOURS)
  @IsNumber({ maxDecimalPlaces: MAX_HOURS_DECIMALS })
  hours!: number;

  @IsOptional()
  @MaxLength(MAX_PSA_TEXT_LENGTH)
  @IsString()
  notes?: string | null;

  /** The session's opening when omitted. */
  @Omittable()
  @IsInstant()
  started_at?: string;

  /** Left to the PSA's agreement when omitted. */
  @IsOptional()
  @IsBoolean()
  billable?: boolean | null;
}

export class SetPsaStatusDto {
  /** The name of a status of the ticket's board. */
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  status!: string;
}

export class DismissPushDto {
  @IsNotEmpty()
  @MaxLength(MAX_NOTE_LENGTH)
  @IsString()
  reason!: string;
}

export class UnloggedTimeEntryDto extends LogTimeDto {
  @IsUUID('loose')
  session_id!: string;
}

export class LogUnloggedTimeDto {
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_BULK_TIME_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => UnloggedTimeEntryDto)
  @IsArray()
  entries!: UnloggedTimeEntryDto[];
}
