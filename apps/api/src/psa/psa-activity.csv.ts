import type { CsvColumn } from '../http/csv.js';
import type { ExportedActivity } from './psa-activity.service.js';

export const PSA_ACTIVITY_COLUMNS: readonly CsvColumn<ExportedActivity>[] = [
  { header: 'id', value: (activity) => activity.id },
  { header: 'activity_type', value: (activity) => activity.activity_type },
  { header: 'session_id', value: (activity) => activity.session_id },
  { header: 'user_id', value: (activity) => activity.user_id },
  { header: 'hours_logged', value: (activity) => activity.hours_logged },
  { header: 'psa_ticket_id', value: (activity) => activity.psa_ticket_id },
  { header: 'psa_entry_id', value: (activity) => activity.psa_entry_id },
  { header: 'created_at', value: (activity) => activity.created_at },
  { header: 'created_local', value: (activity) => activity.created_local },
  { header: 'engineer', value: (activity) => activity.engineer },
  { header: 'client', value: (activity) => activity.client },
];
