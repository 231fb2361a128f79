import { IntersectionType } from '@nestjs/swagger';
import { Equals, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import {
  CONFIDENCE_TIERS,
  type ConfidenceTier,
  FUNNEL_STEPS,
  type FunnelStep,
  LOSING_STEPS,
  type LosingStep,
  SESSION_STATUSES,
  type SessionStatus,
} from '@flowpilot/metrics';

import { MAX_NAME_LENGTH } from './limits.js';
import { PageQueryDto } from './page-query.dto.js';
import { ToBoolean, ToList } from './query-value.js';
import { ComparedWindowQueryDto } from './window-query.dto.js';

export const TIER_FILTERS = [...CONFIDENCE_TIERS, 'none'] as const;
/** `none`: sessions without a tier. */
export type TierFilter = ConfidenceTier | 'none';

/** Which sessions of the window to list: those that every parameter given admits. */
export class SessionFilterDto extends ComparedWindowQueryDto {
  /** A problem domain, in any spelling of it. */
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  domain?: string;

  /** Sessions without a problem domain. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'unmapped must be true' })
  unmapped?: true;

  /** Sessions matched to this flow. */
  @IsOptional()
  @IsUUID('loose')
  flow_id?: string;

  /** Sessions whenever they began, in place of a window; beside `flow_id` only, unless they are but counted. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'lifetime must be true' })
  lifetime?: true;

  /** Sessions matched to a flow. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'matched must be true' })
  matched?: true;

  /** Sessions whose match says how sure it is. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'has_confidence must be true' })
  has_confidence?: true;

  /** Repeat the name for several. */
  @IsOptional()
  @ToList()
  @IsIn(SESSION_STATUSES, { each: true })
  status?: SessionStatus[];

  /** Repeat the name for several; `none` for sessions without a tier. */
  @IsOptional()
  @ToList()
  @IsIn(TIER_FILTERS, { each: true })
  confidence_tier?: TierFilter[];

  @IsOptional()
  @IsUUID('loose')
  user_id?: string;

  /** A client's name, exactly. */
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  client?: string;

  /** Sessions that reached this step of the push funnel. */
  @IsOptional()
  @IsIn(FUNNEL_STEPS)
  step?: FunnelStep;

  /** Sessions that reached this step of the push funnel and not the next. */
  @IsOptional()
  @IsIn(LOSING_STEPS)
  lost_after?: LosingStep;

  /** Sessions with a time entry posted in the window, whenever they began. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'entry_in_window must be true' })
  entry_in_window?: true;

  /** Sessions with a time entry but no note or no ticket. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'skipped_a_step must be true' })
  skipped_a_step?: true;

  /** Sessions that ended a while ago and lack a time entry on their ticket. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'unlogged must be true' })
  unlogged?: true;
}

export class SessionQueryDto extends IntersectionType(SessionFilterDto, PageQueryDto) {}
