import type { OverviewDayDto } from '@flowpilot/contracts';

import { csvFields } from '../http/csv.js';

export const OVERVIEW_DAY_COLUMNS = csvFields<OverviewDayDto>(
  'date',
  'resolved',
  'escalated',
  'abandoned',
  'active',
  'guided',
  'median_resolution_minutes',
  'hours_logged',
);
