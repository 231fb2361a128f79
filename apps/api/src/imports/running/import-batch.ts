import type { BulkResultDto } from '@flowpilot/contracts';

import type { FinalRow } from '../mapping/final-rows.js';
import { flowKey } from '../mapping/flow-selection.js';
import type { MappedRow } from '../mapping/row-mapper.js';
import { sessionLine } from '../mapping/session-line.js';
import type { BatchResult, Rejection } from './import-progress.query.js';

interface Placed {
  /** Ordinal of the session in the file. */
  position: number;
  row: FinalRow;
}

type MappedPlaced = Placed & { mapped: MappedRow };

/** Sessions on their way into the account: those that could not be mapped are rejected already. */
export class ImportBatch {
  private readonly rejections: Rejection[] = [];
  private readonly mapped: MappedPlaced[] = [];

  add(position: number, row: FinalRow): void {
    if ('rejection' in row) this.rejections.push(rejected({ position, row }, row.rejection));
    else this.mapped.push({ position, row, mapped: row.mapped });
  }

  get size(): number {
    return this.rejections.length + this.mapped.length;
  }

  /** The lines that the ingest takes, each with the flow that it is matched to. */
  async *bytes(flowIds: ReadonlyMap<string, string>): AsyncGenerator<Uint8Array> {
    for (const { mapped } of this.mapped) yield await Promise.resolve(Buffer.from(`${line(mapped, flowIds)}\n`));
  }

  get isEmpty(): boolean {
    return this.mapped.length === 0;
  }

  /** `answer` must name every rejection. */
  result({ accepted, updated, unchanged, rejected: refused }: BulkResultDto): BatchResult {
    const refusedLines = new Set(refused.map(({ line }) => line));
    const later = refused.flatMap(({ line, ...reason }) => {
      const placed = this.mapped[line - 1];
      return placed ? [rejected(placed, reason)] : [];
    });
    const stored = this.mapped.filter((_, index) => !refusedLines.has(index + 1)).map(({ mapped }) => mapped.session.created_at);
    return { accepted, updated, unchanged, rejections: [...this.rejections, ...later], ...ends(stored) };
  }
}

function line({ session, flow, isMatched }: MappedRow, flowIds: ReadonlyMap<string, string>): string {
  return sessionLine(session, flow && isMatched ? flowIds.get(flowKey(flow)) : undefined);
}

function rejected({ position, row }: Placed, { code, message }: { code: string; message: string }): Rejection {
  return { position, line: row.line, reference: row.reference, code, reason: message };
}

function ends(times: readonly number[]): { first: Date | null; last: Date | null } {
  if (times.length === 0) return { first: null, last: null };
  const [first, last] = [times.reduce((one, other) => Math.min(one, other)), times.reduce((one, other) => Math.max(one, other))];
  return { first: new Date(first), last: new Date(last) };
}
