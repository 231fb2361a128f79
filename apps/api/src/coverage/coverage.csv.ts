import type { CoverageRowDto } from '@flowpilot/contracts';

import { csvFields } from '../http/csv.js';

/** Every field of a row, under its name. */
export const COVERAGE_COLUMNS = csvFields<CoverageRowDto>(
  'domain',
  'category_id',
  'flow_count',
  'session_count',
  'resolved',
  'escalated',
  'guided',
  'resolution_rate',
  'escalation_rate',
  'abandonment_rate',
  'pending_rate',
  'guided_rate',
  'match_rate',
  'closed',
  'success_low',
  'success_high',
  'evidence',
  'avg_resolution_minutes',
  'median_resolution_minutes',
  'p90_resolution_minutes',
);
