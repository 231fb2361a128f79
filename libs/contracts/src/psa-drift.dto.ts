import { IntersectionType } from '@nestjs/swagger';

import type { DriftState } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';
import { PageQueryDto } from './page-query.dto.js';
import { WindowQueryDto } from './window-query.dto.js';
import { WindowDto } from './window.dto.js';

/** The hours of the window's time entries as they were pushed, against what the PSA now holds of them. */
export class PsaDriftDto {
  /** As pushed: `total_hours_logged` of the window. 2 decimals. */
  pushed_hours!: number;
  /** As the PSA had them at the last reconciliation. 2 decimals. */
  present_hours!: number;
  changed_entries!: number;
  deleted_entries!: number;
  reconciled_at!: string | null;
  window!: WindowDto;
}

export class DriftQueryDto extends IntersectionType(WindowQueryDto, PageQueryDto) {}

/** An entry that was changed or deleted in the PSA. */
export class PsaDriftEntryDto {
  activity_id!: string;
  session_id!: string | null;
  user_id!: string | null;
  psa_ticket_id!: string | null;
  psa_entry_id!: string;
  state!: DriftState;
  pushed_hours!: number;
  present_hours!: number;
  /** When it was pushed. */
  created_at!: string;
  noticed_at!: string;
}

export class PsaDriftPageDto implements Page<PsaDriftEntryDto> {
  items!: PsaDriftEntryDto[];
  next_cursor!: string | null;
}
