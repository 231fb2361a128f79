import { IsIn, IsNumber, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

import { CONFIDENCE_TIERS, type ConfidenceTier } from '@flowpilot/metrics';

import { IsDomainName } from './domain-name.js';
import { IsInstant } from './instant.js';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_REFERENCE_LENGTH, MAX_SUMMARY_LENGTH } from './limits.js';
import { Omittable } from './omittable.js';
import { OptionalBody } from './optional-body.js';

/** What is known of a session's problem. The fields given are set; null or a blank text clears. */
export class UpdateSessionDto {
  @IsOptional()
  @IsDomainName()
  @IsString()
  problem_domain?: string | null;

  @IsOptional()
  @MaxLength(MAX_SUMMARY_LENGTH)
  @IsString()
  summary?: string | null;

  /** The customer whose problem it is. */
  @IsOptional()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  client?: string | null;

  @IsOptional()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  psa_ticket_id?: string | null;

  @IsOptional()
  @IsIn(CONFIDENCE_TIERS)
  confidence_tier?: ConfidenceTier | null;
}

/**
 * A session, new or known by its `id` or `external_ref`. Of a known one the fields given are updated. In `id`,
 * `external_ref` and `created_at` null is the same as leaving out.
 */
export class RecordSessionDto extends UpdateSessionDto {
  @IsOptional()
  @IsUUID('loose')
  id?: string | null;

  /** The id that another system knows it by; unique in the account. */
  @IsOptional()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  external_ref?: string | null;

  /** Another flow than the present one is a new match; null unties it. */
  @IsOptional()
  @IsUUID('loose')
  matched_flow_id?: string | null;

  /** 0 to 1, of the match. */
  @IsOptional()
  @Min(0)
  @Max(1)
  @IsNumber()
  match_confidence?: number | null;

  /** Now when omitted. */
  @IsOptional()
  @IsInstant()
  created_at?: string | null;

  /** The engineer, a user of the account. What an engineer records is their own. */
  @IsOptional()
  @IsUUID('loose')
  user_id?: string | null;
}

export class MatchSessionDto {
  @IsUUID('loose')
  flow_id!: string;

  /** 0 to 1; unknown when omitted. */
  @IsOptional()
  @Min(0)
  @Max(1)
  @IsNumber()
  confidence?: number | null;

  /** Now when omitted. */
  @Omittable()
  @IsInstant()
  matched_at?: string;
}

@OptionalBody()
export class SessionTransitionDto {
  /** When it happened; now when omitted. */
  @Omittable()
  @IsInstant()
  at?: string;

  @IsOptional()
  @MaxLength(MAX_NOTE_LENGTH)
  @IsString()
  note?: string | null;
}
