import type { ImportDto, ImportRejectionDto } from '@flowpilot/contracts';

import type { ReasonRow, RejectionRow } from './import-rejections.query.js';
import type { ImportRow } from './import.query.js';

export function toImportDto(row: ImportRow, reasons: ReasonRow[], now: Date): ImportDto {
  const { phase_began_at: began, row_count: rows, creator, created_by: createdBy, ...same } = row;
  return {
    ...same,
    rows,
    phase_ms: began === null ? null : Math.max(0, now.getTime() - began.getTime()),
    reasons,
    first_session_at: row.first_session_at?.toISOString() ?? null,
    last_session_at: row.last_session_at?.toISOString() ?? null,
    created_by: creator === null ? null : { id: createdBy, name: creator },
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

export function toRejectionDto({ position: _, ...row }: RejectionRow): ImportRejectionDto {
  return row;
}
