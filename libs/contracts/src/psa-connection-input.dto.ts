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
  @MaxLength(MAX_ADDRESS_LENGTH)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false, disallow_auth: true })
  base_url!: string;

  /** ConnectWise: the company id. */
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  company?: string | null;

  /** ConnectWise. Secret. */
  @Omittable()
  @IsNotEmpty()
  @MaxLength(MAX_SECRET_LENGTH)
  @IsString()
  public_key?: string;

  /** ConnectWise. Secret. */
  @Omittable()
  @IsNotEmpty()
  @MaxLength(MAX_SECRET_LENGTH)
  @IsString()
  private_key?: string;

  /** ConnectWise: the integration's GUID. */
  @IsOptional()
  @IsUUID('loose')
  client_id?: string | null;

  /** Webhook: signs what is posted. Secret. */
  @Omittable()
  @MinLength(MIN_SIGNING_SECRET_LENGTH)
  @MaxLength(MAX_SECRET_LENGTH)
  @IsString()
  signing_secret?: string;

  /** The PSA's member who stands in for people who are not mapped to one, if `use_default_member` says so. */
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  default_member_id?: string | null;

  /** False when omitted. */
  @Omittable()
  @IsBoolean()
  use_default_member?: boolean;

  /** Minutes to which suggested times are rounded; 15 when omitted. */
  @Omittable()
  @Min(1)
  @Max(240)
  @IsInt()
  time_increment_minutes?: number;

  /** The most requests a minute that each process sends; no limit when null or omitted. */
  @IsOptional()
  @Min(1)
  @Max(60_000)
  @IsInt()
  requests_per_minute?: number | null;
}
