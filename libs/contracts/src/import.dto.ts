import type { ImportFormat, ImportPhase, ImportState, SessionStatus } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';

export class ImportFlowConditionDto {
  column!: string;
  value!: string;
}

export class ImportFlowRuleDto {
  /** Of each category only so many flows are made: those that most sessions name. */
  most_frequent?: number;
  /** A session is matched to its flow only where the column holds the value. */
  matched_when?: ImportFlowConditionDto;
}

/** Which column of a CSV becomes what: docs/import.md. */
export class ImportMappingDto {
  /** A column, or the columns of which the first that holds a value is taken, for each target. */
  columns!: Record<string, string | string[]>;
  /** Their word to ours, for `status` and `confidence_tier`; `*` is any other word. */
  values?: Record<string, Record<string, string>>;
  flows?: ImportFlowRuleDto;
  /** Words that mean "no value". */
  missing?: string[];
  /** Luxon tokens; ISO 8601 when omitted. */
  date_format?: string;
  /** `,` when omitted. */
  delimiter?: string;
}

export class ImportPersonDto {
  id!: string;
  name!: string;
}

/** Rows of an import that were rejected for the same reason. */
export class ImportRejectionReasonDto {
  code!: string;
  reason!: string;
  count!: number;
}

/** An import and how far it is. While `dry_run` its counts say what would happen. */
export class ImportDto {
  id!: string;
  format!: ImportFormat;
  file_name!: string;
  file_bytes!: number;
  encoding!: string;
  /** Null for a format whose mapping is built in. */
  mapping!: ImportMappingDto | null;
  dry_run!: boolean;
  shift_to_today!: boolean;
  /** Days by which all times are moved; null until they are known. */
  shift_days!: number | null;
  state!: ImportState;
  /** Null unless it runs. */
  phase!: ImportPhase | null;
  /** Milliseconds since the phase began; null unless it runs. */
  phase_ms!: number | null;
  /** Rows read so far; all of the file's once the reading is over. */
  rows!: number;
  /** Sessions of the file, rows without a reference included; null until all rows are read. */
  total!: number | null;
  /** Those that are dealt with: the four counts add up to it. */
  done!: number;
  accepted!: number;
  updated!: number;
  unchanged!: number;
  rejected!: number;
  made_categories!: number;
  made_flows!: number;
  /** The most frequent ones; empty while it runs, and in lists. */
  reasons!: ImportRejectionReasonDto[];
  /** Beginning of the earliest and of the latest session; null while there is none. */
  first_session_at!: string | null;
  last_session_at!: string | null;
  /** Why it could not go on, in a sentence. */
  error!: string | null;
  created_by!: ImportPersonDto | null;
  created_at!: string;
  started_at!: string | null;
  finished_at!: string | null;
}

export class ImportPageDto implements Page<ImportDto> {
  items!: ImportDto[];
  next_cursor!: string | null;
}

export class ImportRejectionDto {
  /** Physical line of the file on which the row begins. */
  line!: number;
  reference!: string | null;
  code!: string;
  reason!: string;
}

export class ImportRejectionPageDto implements Page<ImportRejectionDto> {
  items!: ImportRejectionDto[];
  next_cursor!: string | null;
}

export class ImportColumnDto {
  name!: string;
  /** Up to 30 different values of the first rows, the empty one left out. */
  samples!: string[];
}

/** One of the first rows as it would be stored, or why it would not. */
export class ImportPreviewRowDto {
  line!: number;
  external_ref!: string | null;
  created_at!: string | null;
  problem_domain!: string | null;
  status!: SessionStatus | null;
  /** When it was resolved or escalated. */
  ended_at!: string | null;
  /** The name of the flow that it is matched to. */
  flow!: string | null;
  rejection!: string | null;
}

/** What stands at the beginning of a file, and what would come of it. */
export class ImportPreviewDto {
  encoding!: string;
  delimiter!: string;
  columns!: ImportColumnDto[];
  /** As given, or else as the heading suggests. */
  format!: ImportFormat;
  /** As given, or else as the columns suggest; null for a format whose mapping is built in. */
  mapping!: ImportMappingDto | null;
  /** The zone in which times that name none are read. */
  time_zone!: string;
  /** The first rows; empty as long as a required column is not mapped. */
  rows!: ImportPreviewRowDto[];
}
