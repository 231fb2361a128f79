import type { PsaDayDto } from '@flowpilot/contracts';

import { csvFields } from '../http/csv.js';

export const PSA_DAY_COLUMNS = csvFields<PsaDayDto>('date', 'entries', 'hours');
