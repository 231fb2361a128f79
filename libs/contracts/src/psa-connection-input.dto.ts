import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

import { PSA_PROVIDERS, type PsaProviderName } from '@flowpilot/metrics';

import { MAX_NAME_LENGTH, MAX_REFERENCE_LENGTH, MAX_SECRET_LENGTH } from './limits.js';
import { Omittable } from './omittable.js';

const MAX_ADDRESS_LENGTH = 500;
const MIN_SIGNING_SECRET_LENGTH = 16;

/**
 * The connection as it shall be. Secrets are never answered; left out, the stored ones stay, as long as they go to
 * the same address and company.
 */
export class PsaConnectionInputDto {
  @IsIn(PSA_PROVIDERS)
  provider!: PsaProviderName;

  /** ConnectWise: the site, as `https://api-na.myconnectwise.net`. Webhook: the address that pushes are posted to. */
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(MAX_ADDRESS_LENGTH)
  base_url!: string;

  /** ConnectWise: the company id. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  company?: string | null;

  /** ConnectWise. Secret. */
  @Omittable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_SECRET_LENGTH)
  public_key?: string;

  /** ConnectWise. Secret. */
  @Omittable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_SECRET_LENGTH)
  private_key?: string;

  /** ConnectWise: the integration's GUID. */
  @IsOptional()
  @IsUUID('loose')
  client_id?: string | null;

  /** Webhook: signs what is posted. Secret. */
  @Omittable()
  @IsString()
  @MinLength(MIN_SIGNING_SECRET_LENGTH)
  @MaxLength(MAX_SECRET_LENGTH)
  signing_secret?: string;

  /** The PSA's member who stands in for people who are not mapped to one, if `use_default_member` says so. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_REFERENCE_LENGTH)
  default_member_id?: string | null;

  /** False when omitted. */
  @Omittable()
  @IsBoolean()
  use_default_member?: boolean;

  /** Minutes to which suggested times are rounded; 15 when omitted. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(240)
  time_increment_minutes?: number;

  /** The most requests a minute that each process sends; no limit when null or omitted. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60_000)
  requests_per_minute?: number | null;
}
