import { IntersectionType } from '@nestjs/swagger';

import type { Page } from './page.dto.js';
import { PageQueryDto } from './page-query.dto.js';
import type { PsaPushDto } from './psa-push.dto.js';
import { WindowQueryDto } from './window-query.dto.js';

export class UnloggedQueryDto extends IntersectionType(WindowQueryDto, PageQueryDto) {}

/** A session that ended a while ago and has no time entry on its ticket. */
export class UnloggedSessionDto {
  session_id!: string;
  summary!: string | null;
  user_id!: string | null;
  /** The engineer's name. */
  engineer!: string | null;
  client!: string | null;
  psa_ticket_id!: string;
  status!: 'resolved' | 'escalated';
  opened_at!: string;
  closed_at!: string;
  /** From opening to closing, 1 decimal. */
  minutes!: number;
  /** The minutes rounded to the account's increment. */
  suggested_hours!: number;
  /** A time entry that is on its way, so that nobody logs it twice. */
  open_push_id!: string | null;
}

export class UnloggedPageDto implements Page<UnloggedSessionDto> {
  items!: UnloggedSessionDto[];
  next_cursor!: string | null;
}

/** One asked-for time entry: its push, or why there is none. */
export class LoggedTimeDto {
  session_id!: string;
  push!: PsaPushDto | null;
  error!: string | null;
}

export class LoggedTimesDto {
  accepted!: number;
  refused!: number;
  /** In the order of the request. */
  entries!: LoggedTimeDto[];
}
