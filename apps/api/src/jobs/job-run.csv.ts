import type { JobDto, JobRunDto } from '@flowpilot/contracts';

import type { CsvColumn } from '../http/csv.js';

/** A job, and one of its runs for the account, if it has run. */
export interface JobRunRow {
  job: Omit<JobDto, 'last_runs'>;
  run: JobRunDto | null;
}

export const JOB_RUN_COLUMNS: readonly CsvColumn<JobRunRow>[] = [
  { header: 'name', value: ({ job }) => job.name },
  { header: 'schedule', value: ({ job }) => job.schedule },
  { header: 'next_run_at', value: ({ job }) => job.next_run_at },
  { header: 'run_id', value: ({ run }) => run?.id ?? null },
  { header: 'state', value: ({ run }) => run?.state ?? null },
  { header: 'trigger', value: ({ run }) => run?.trigger ?? null },
  { header: 'started_at', value: ({ run }) => run?.started_at ?? null },
  { header: 'duration_ms', value: ({ run }) => run?.duration_ms ?? null },
  { header: 'result', value: ({ run }) => (run?.result ? resultText(run.result) : null) },
  { header: 'error', value: ({ run }) => run?.error ?? null },
];

/** `corrected_flows=1`, several with a space between. */
function resultText(result: Readonly<Record<string, number>>): string {
  return Object.entries(result)
    .map(([name, count]) => `${name}=${count}`)
    .join(' ');
}
