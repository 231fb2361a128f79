import { IsIn, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

import { PSA_ACTIVITY_TYPES, type PsaActivityType } from '@flowpilot/metrics';

import { IsInstant } from './instant.js';
import { MAX_HOURS, MAX_HOURS_DECIMALS, MAX_REFERENCE_LENGTH } from './limits.js';
import { Omittable } from './omittable.js';

/** Activity that another system has pushed. A known pair of type and entry id names the one that is stored. */
export class RecordPsaActivityDto {
  @IsIn(PSA_ACTIVITY_TYPES)
  activity_type!: PsaActivityType;

  @IsOptional()
  @IsUUID('loose')
  session_id?: string | null;

  /** 0 to 24, up to 4 decimals. Required for a time entry, refused otherwise. */
  @IsOptional()
  @Min(0)
  @Max(MAX_HOURS)
  @IsNumber({ maxDecimalPlaces: MAX_HOURS_DECIMALS })
  hours_logged?: number | null;

  @IsOptional()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  psa_ticket_id?: string | null;

  @IsOptional()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  psa_entry_id?: string | null;

  /** Now when omitted. */
  @Omittable()
  @IsInstant()
  created_at?: string;
}
