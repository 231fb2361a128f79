import type { ImportDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../../ui/dates.js';
import { count } from '../../../ui/format.js';

/** An import as the list shows it. */
export interface PastImportRow {
  readonly id: string;
  readonly when: string;
  readonly file: string;
  readonly by: string;
  readonly state: string;
  /** Colour of the state's badge. */
  readonly rating: '' | 'good' | 'fair' | 'poor';
  readonly accepted: string;
  readonly updated: string;
  readonly unchanged: string;
  readonly rejected: string;
  readonly hasRejected: boolean;
}

export function pastImportRow(given: ImportDto, timeZone: string): PastImportRow {
  return {
    id: given.id,
    when: dayAndTime(given.created_at, timeZone),
    file: given.file_name,
    by: given.created_by?.name ?? '',
    ...stateOf(given),
    // What a dry run has counted is not imported.
    ...figures(given.dry_run ? null : given),
    hasRejected: !given.dry_run && given.rejected > 0,
  };
}

function figures(given: ImportDto | null) {
  return {
    accepted: count(given?.accepted ?? null),
    updated: count(given?.updated ?? null),
    unchanged: count(given?.unchanged ?? null),
    rejected: count(given?.rejected ?? null),
  };
}

function stateOf({ state, dry_run: isDry }: ImportDto): Pick<PastImportRow, 'state' | 'rating'> {
  switch (state) {
    case 'pending':
      return { state: 'Waiting', rating: '' };
    case 'running':
      return { state: isDry ? 'Being checked' : 'Running', rating: '' };
    case 'checked':
      return { state: 'Checked, not imported', rating: 'fair' };
    case 'finished':
      return { state: 'Imported', rating: 'good' };
    case 'failed':
      return { state: 'Failed', rating: 'poor' };
    case 'cancelled':
      return { state: isDry ? 'Not imported' : 'Cancelled', rating: '' };
  }
}
