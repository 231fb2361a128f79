import type { ImportDto, ImportRejectionDto } from '@flowpilot/contracts';

import { type CsvColumn, csvFields } from '../http/csv.js';

export const IMPORT_COLUMNS: readonly CsvColumn<ImportDto>[] = [
  ...csvFields<Pick<ImportDto, 'created_at' | 'file_name' | 'format' | 'file_bytes' | 'dry_run' | 'state'>>(
    'created_at', 'file_name', 'format', 'file_bytes', 'dry_run', 'state',
  ),
  ...csvFields<Pick<ImportDto, 'rows' | 'accepted' | 'updated' | 'unchanged' | 'rejected' | 'shift_days'>>(
    'rows', 'accepted', 'updated', 'unchanged', 'rejected', 'shift_days',
  ),
  { header: 'created_by', value: ({ created_by }) => created_by?.name },
  ...csvFields<Pick<ImportDto, 'started_at' | 'finished_at' | 'error'>>('started_at', 'finished_at', 'error'),
];

/** As the command line writes them. */
export const REJECTION_COLUMNS: readonly CsvColumn<ImportRejectionDto>[] = csvFields(
  'line', 'reference', 'code', 'reason',
);
