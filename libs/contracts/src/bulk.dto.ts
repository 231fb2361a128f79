import { IsIn, IsOptional } from 'class-validator';

import { SESSION_STATUSES, type SessionStatus } from '@flowpilot/metrics';

import { IsInstant } from './instant.js';
import { RecordSessionDto } from './session-input.dto.js';

/**
 * One line of the bulk route. In `status` and the times null is the same as leaving out. A line that updates obeys
 * the transitions.
 */
export class SessionLineDto extends RecordSessionDto {
  /** Of a new session `active` when omitted. `resolved` needs `resolved_at`. */
  @IsOptional()
  @IsIn(SESSION_STATUSES)
  status?: SessionStatus | null;

  /** Not before `created_at`. */
  @IsOptional()
  @IsInstant()
  resolved_at?: string | null;

  /** Of a line that escalates, when omitted: `created_at` of a new session, now of a known one. */
  @IsOptional()
  @IsInstant()
  escalated_at?: string | null;

  /** Of a line that matches, when omitted: `created_at` of a new session, now of a known one. */
  @IsOptional()
  @IsInstant()
  matched_at?: string | null;
}

export class RejectedLineDto {
  /** Physical line, from 1. */
  line!: number;
  code!: string;
  message!: string;
}

/** What became of each line that was not blank: the four counts add up to them. */
export class BulkResultDto {
  /** New sessions. */
  accepted!: number;
  updated!: number;
  /** Lines that said what was known already. */
  unchanged!: number;
  rejected_count!: number;
  /** The first 1,000. */
  rejected!: RejectedLineDto[];
}
