/** The terms of the field, spelled once. Every layer takes its unions from here. */

export const SESSION_STATUSES = ['active', 'resolved', 'escalated', 'abandoned'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const CONFIDENCE_TIERS = ['guided', 'exploring', 'discovery'] as const;
export type ConfidenceTier = (typeof CONFIDENCE_TIERS)[number];

export const TREE_TYPES = ['troubleshooting', 'procedural', 'maintenance'] as const;
export type TreeType = (typeof TREE_TYPES)[number];

export const PSA_ACTIVITY_TYPES = ['note_posted', 'time_entry_posted', 'status_updated'] as const;
export type PsaActivityType = (typeof PSA_ACTIVITY_TYPES)[number];

export const FUNNEL_STEPS = ['linked_to_ticket', 'doc_pushed', 'time_entry_logged'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];
/** The steps that another one follows: where sessions can be lost. */
export const LOSING_STEPS = ['total_sessions', 'linked_to_ticket', 'doc_pushed'] as const;
export type LosingStep = (typeof LOSING_STEPS)[number];

export const PERIODS = ['7d', '30d', '90d'] as const;
export type Period = (typeof PERIODS)[number];
export const DEFAULT_PERIOD: Period = '30d';
/** Local calendar days of each period. */
export const PERIOD_DAYS: Readonly<Record<Period, number>> = { '7d': 7, '30d': 30, '90d': 90 };
/** The longest custom range, in local calendar days. */
export const MAX_RANGE_DAYS = 366;

export const FLOW_SORTS = ['quality', 'usage', 'success_rate'] as const;
export type FlowSort = (typeof FLOW_SORTS)[number];

export const ATTENTION_REASONS = ['low_success', 'unused'] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

export const RATINGS = ['good', 'fair', 'poor'] as const;
export type Rating = (typeof RATINGS)[number];

/** Whether a group's closed sessions reach the account's `min_sample`. */
export type Evidence = 'sufficient' | 'insufficient';
export type RankBand = 'top' | 'bottom';

export const ROLES = ['engineer', 'team_admin', 'super_admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = [
  'sessions:read',
  'sessions:write',
  'flows:read',
  'flows:write',
  'analytics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

export const DEFAULT_MIN_SAMPLE = 8;
export const DEFAULT_UNLOGGED_AFTER_HOURS = 24;

export const PSA_PROVIDERS = ['connectwise', 'webhook'] as const;
export type PsaProviderName = (typeof PSA_PROVIDERS)[number];

export const PUSH_KINDS = ['note', 'time_entry', 'status'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/** `unknown`: it was sent and no clear answer came; the PSA is asked before it is sent again. */
export const PUSH_STATES = ['pending', 'sent', 'failed', 'unknown', 'dismissed'] as const;
export type PushState = (typeof PUSH_STATES)[number];

/** Why a PSA did not do what it was asked. */
export const PSA_ERROR_KINDS = [
  /** Try again later: not reachable, too many requests, a failing server that was only asked to read. */
  'retryable',
  /** The key is wrong or lacks a right. */
  'permission',
  /** The PSA refuses the data; sending the same again is refused again. */
  'validation',
  /** The ticket, or another record that was named, does not exist. */
  'not_found',
  /** The record is in use: try again later. */
  'conflict',
  /** A write was sent and no clear answer came: it may have been stored. */
  'unknown_outcome',
] as const;
export type PsaErrorKind = (typeof PSA_ERROR_KINDS)[number];

/** How an entry now stands in the PSA, as against how it was pushed. */
export const DRIFT_STATES = ['changed', 'deleted'] as const;
export type DriftState = (typeof DRIFT_STATES)[number];

export const IMPORT_FORMATS = ['servicenow', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** `checked`: a dry run has told what would happen, and the import may be started. */
export const IMPORT_STATES = ['pending', 'running', 'checked', 'finished', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a running import is at. */
export const IMPORT_PHASES = ['reading', 'flows', 'sessions'] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];

/** What a column of an imported file can become. */
export const IMPORT_TARGETS = [
  'external_ref',
  'created_at',
  'ended_at',
  'resolved_at',
  'escalated_at',
  'matched_at',
  'status',
  'problem_domain',
  'confidence_tier',
  'flow',
  'match_confidence',
  'psa_ticket_id',
  'client',
  'summary',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Without these no row can become a session that is found again on the next import. */
export const REQUIRED_IMPORT_TARGETS = ['external_ref', 'created_at'] as const satisfies readonly ImportTarget[];

/** Targets whose words are translated into ours. */
export const TRANSLATED_IMPORT_TARGETS = ['status', 'confidence_tier'] as const satisfies readonly ImportTarget[];
export type TranslatedImportTarget = (typeof TRANSLATED_IMPORT_TARGETS)[number];
