import type { MadeRecords } from '../mapping/counted-flow-records.js';
import { count, duration } from './progress.js';
import type { ImportAccount } from './sign-in.js';
import type { UploadCounts } from './upload.js';

export interface ImportReport {
  file: string;
  account: ImportAccount;
  rows: number;
  sessions: number;
  shiftDays: number;
  made: MadeRecords;
  counts: UploadCounts;
  rejectedFile: string | null;
  /** Milliseconds. */
  took: number;
}

/** What an import did, for the terminal. */
export function reportText(report: ImportReport): string {
  const { account, counts, made, shiftDays } = report;
  const lines = [
    `${report.file} is imported into ${account.name} (${account.timeZone}), in ${duration(report.took / 1000)}.`,
    ...[
      ['read', `${count(report.rows)} rows of ${count(report.sessions)} sessions`],
      ['accepted', count(counts.accepted)],
      ['updated', count(counts.updated)],
      ['unchanged', count(counts.unchanged)],
      ['rejected', count(counts.rejected)],
      ['made', `${count(made.categories)} categories, ${count(made.flows)} flows`],
    ].map(([label = '', value = '']) => `  ${label.padEnd(9)}  ${value}`),
  ];
  if (shiftDays !== 0) lines.push(`All times were moved by ${count(shiftDays)} days.`);
  if (report.rejectedFile !== null) lines.push(`The rejected rows and their reasons: ${report.rejectedFile}`);
  return lines.join('\n');
}
