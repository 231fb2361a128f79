import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

import type { PsaProviderName } from '@flowpilot/metrics';

import { MAX_REFERENCE_LENGTH } from './limits.js';

/** What the provider of the connection can do. */
export class PsaCapabilitiesDto {
  /** It has members, to whom people are mapped. */
  members!: boolean;
  /** It tells the statuses of a ticket. */
  statuses!: boolean;
  /** It lists time entries, so that they are reconciled. */
  time_entries!: boolean;
}

/** The connection without its secrets. */
export class PsaConnectionDto {
  provider!: PsaProviderName;
  base_url!: string;
  company!: string | null;
  client_id!: string | null;
  default_member_id!: string | null;
  use_default_member!: boolean;
  time_increment_minutes!: number;
  requests_per_minute!: number | null;
  capabilities!: PsaCapabilitiesDto;
  /** When the nightly reconciliation last ran to its end. */
  reconciled_at!: string | null;
  created_at!: string;
  updated_at!: string;
}

/** One thing that the connection needs. */
export class PsaRightCheckDto {
  right!: string;
  ok!: boolean;
  /** Why not, in plain words. */
  message!: string | null;
}

export class PsaConnectionTestDto {
  ok!: boolean;
  checks!: PsaRightCheckDto[];
}

export class PsaMemberDto {
  id!: string;
  name!: string;
  email!: string | null;
}

export class PsaMembersDto {
  items!: PsaMemberDto[];
}

export class PsaStatusDto {
  name!: string;
  closed!: boolean;
  /** False: no time can be logged on a ticket in this status. */
  time_allowed!: boolean;
}

export class PsaStatusesDto {
  items!: PsaStatusDto[];
}

export class PsaStatusQueryDto {
  @IsNotEmpty()
  @MaxLength(MAX_REFERENCE_LENGTH)
  @IsString()
  ticket_id!: string;
}
