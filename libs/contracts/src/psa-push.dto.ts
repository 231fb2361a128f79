import type { PsaErrorKind, PushKind, PushState } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';

/** One thing that is to reach the PSA exactly once. */
export class PsaPushDto {
  id!: string;
  /** Null when the session was deleted. */
  session_id!: string | null;
  kind!: PushKind;
  state!: PushState;
  psa_ticket_id!: string | null;
  /** Of a note, or of a time entry's notes. */
  text!: string | null;
  /** Of a note: not shown to the customer. */
  internal!: boolean | null;
  /** Of a time entry, as they were asked for. */
  hours!: number | null;
  /** Of a time entry. */
  started_at!: string | null;
  billable!: boolean | null;
  /** The status to set. */
  status!: string | null;
  attempts!: number;
  /** In plain words; null while nothing went wrong. */
  last_error!: string | null;
  last_error_kind!: PsaErrorKind | null;
  /** Null when no further attempt will be made by itself. */
  next_attempt_at!: string | null;
  /** The earlier push of the session that has to be sent, mended or dismissed first. */
  held_back_by!: string | null;
  /** The PSA's id of the entry. */
  psa_entry_id!: string | null;
  /** Whose work it is: the entry is made in the name of this person's member of the PSA. */
  user_id!: string | null;
  created_by!: string | null;
  created_at!: string;
  updated_at!: string;
  sent_at!: string | null;
  dismissed_at!: string | null;
  dismissed_by!: string | null;
  dismiss_reason!: string | null;
}

export class PsaPushPageDto implements Page<PsaPushDto> {
  items!: PsaPushDto[];
  next_cursor!: string | null;
}

export class PushRetryDto {
  /** Failed pushes that are pending again. */
  retried!: number;
}

/** What a note and a time entry of a session are prefilled with. */
export class PushDraftDto {
  /** Whether the account has a connection, so that a push can be sent at all. */
  connected!: boolean;
  psa_ticket_id!: string | null;
  /** The session's summary and the steps of its flow. */
  note!: string;
  /** From opening to closing, or to now; 1 decimal. */
  minutes!: number;
  /** The minutes rounded to the account's increment. */
  hours!: number;
}
