import type { ImportPreviewRowDto } from '@flowpilot/contracts';
import type { SessionStatus } from '@flowpilot/metrics';

import { dayAndTime } from '../../../ui/dates.js';
import { minutes, MISSING } from '../../../ui/format.js';

const STATUS_NAMES: Readonly<Record<SessionStatus, string>> = {
  active: 'Active',
  resolved: 'Resolved',
  escalated: 'Escalated',
  abandoned: 'Abandoned',
};

/** One of the first rows of the file, as a person reads it. */
export interface PreviewRow {
  readonly line: number;
  readonly reference: string;
  readonly created: string;
  readonly domain: string;
  readonly status: SessionStatus | null;
  readonly statusName: string;
  readonly toResolve: string;
  readonly flow: string;
  readonly rejection: string | null;
}

export function previewRow(row: ImportPreviewRowDto, timeZone: string): PreviewRow {
  return {
    line: row.line,
    reference: row.external_ref ?? MISSING,
    created: row.created_at === null ? MISSING : dayAndTime(row.created_at, timeZone),
    domain: row.problem_domain ?? (row.rejection === null ? 'Unmapped' : MISSING),
    status: row.status,
    statusName: row.status === null ? MISSING : STATUS_NAMES[row.status],
    toResolve: minutes(minutesToResolve(row)),
    flow: row.flow ?? MISSING,
    rejection: row.rejection,
  };
}

function minutesToResolve({ status, created_at: created, ended_at: ended }: ImportPreviewRowDto): number | null {
  if (status !== 'resolved' || created === null || ended === null) return null;
  return (Date.parse(ended) - Date.parse(created)) / 60_000;
}
