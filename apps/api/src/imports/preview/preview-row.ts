import type { ImportPreviewRowDto } from '@flowpilot/contracts';

import type { MappedRow, RowMapper } from '../mapping/row-mapper.js';
import { RowRejection } from '../mapping/row-rejection.js';
import type { CsvRow } from '../reading/csv-file.js';

/** A row as it would be stored, or why it would not. */
export function previewRow({ line, cells }: CsvRow, mapper: RowMapper): ImportPreviewRowDto {
  try {
    return stored(line, mapper.map(cells));
  } catch (error) {
    if (error instanceof RowRejection) return rejected(line, mapper.reference(cells), error.message);
    throw error;
  }
}

function stored(line: number, { session, flow, isMatched }: MappedRow): ImportPreviewRowDto {
  return {
    line,
    external_ref: session.external_ref,
    created_at: iso(session.created_at),
    problem_domain: session.problem_domain,
    status: session.status,
    ended_at: iso(session.resolved_at ?? session.escalated_at),
    flow: isMatched ? (flow?.name ?? null) : null,
    rejection: null,
  };
}

function rejected(line: number, reference: string | null, rejection: string): ImportPreviewRowDto {
  const nothing = { created_at: null, problem_domain: null, status: null, ended_at: null, flow: null };
  return { line, external_ref: reference, ...nothing, rejection };
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
