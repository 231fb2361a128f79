import type { BulkResultDto } from '@flowpilot/contracts';

import type { FinalRow } from '../mapping/final-rows.js';
import { flowKey } from '../mapping/flow-selection.js';
import type { MappedRow } from '../mapping/row-mapper.js';
import { sessionLine } from '../mapping/session-line.js';
import type { ApiClient } from './api-client.js';
import type { RejectedRow } from './rejected-rows.js';

/** Requests grow to this many lines: small enough for the memory, large enough for the limit of requests a minute. */
const MOST_LINES = 5_000;
const FIRST_LINES = 250;
/** The bulk route gives reasons for this many lines of a request. */
const MOST_REASONS = 1_000;

export interface UploadCounts {
  accepted: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface UploadWatcher {
  onRejected(rows: readonly RejectedRow[]): Promise<void>;
  /** Rows dealt with so far, the rejected ones included. */
  onProgress(counts: UploadCounts): void;
}

interface Sent {
  row: FinalRow;
  line: string;
}

/** Sends sessions in requests of bounded size, one after the other: no faster than the server takes them. */
export class Upload {
  private readonly counts: UploadCounts = { accepted: 0, updated: 0, unchanged: 0, rejected: 0 };
  private waiting: Sent[] = [];
  private size = FIRST_LINES;

  constructor(
    private readonly client: ApiClient,
    private readonly flowIds: ReadonlyMap<string, string>,
    private readonly watcher: UploadWatcher,
  ) {}

  async send(rows: AsyncIterable<FinalRow>): Promise<UploadCounts> {
    for await (const row of rows) {
      if ('rejection' in row) await this.reject([rejected(row, row.rejection)]);
      else this.waiting.push({ row, line: this.line(row.mapped) });
      if (this.waiting.length >= this.size) await this.flush();
    }
    await this.flush();
    return this.counts;
  }

  private line({ session, flow, isMatched }: MappedRow): string {
    return sessionLine(session, flow && isMatched ? this.flowIds.get(flowKey(flow)) : undefined);
  }

  private async flush(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    this.size = Math.min(this.size * 2, MOST_LINES);
    if (lines.length === 0) return;
    const answer = await this.post(lines);
    this.counts.accepted += answer.accepted;
    this.counts.updated += answer.updated;
    this.counts.unchanged += answer.unchanged;
    await this.reject(await this.rejections(lines, answer));
  }

  private post(lines: readonly Sent[]): Promise<BulkResultDto> {
    const body = lines.map(({ line }) => `${line}\n`).join('');
    return this.client.request<BulkResultDto>({ method: 'POST', path: '/sessions/bulk', body });
  }

  /** Asks again about lines whose reasons did not fit into the answer; storing them twice changes nothing. */
  private async rejections(lines: readonly Sent[], answer: BulkResultDto): Promise<RejectedRow[]> {
    const listed = answer.rejected.flatMap(({ line, ...reason }) => {
      const sent = lines[line - 1];
      return sent ? [rejected(sent.row, reason)] : [];
    });
    if (answer.rejected_count <= MOST_REASONS) return listed;
    const rest = lines.slice(answer.rejected.at(-1)?.line ?? 0);
    for (let start = 0; start < rest.length; start += MOST_REASONS) {
      const part = rest.slice(start, start + MOST_REASONS);
      listed.push(...(await this.rejections(part, await this.post(part))));
    }
    return listed;
  }

  private async reject(rows: readonly RejectedRow[]): Promise<void> {
    this.counts.rejected += rows.length;
    if (rows.length > 0) await this.watcher.onRejected(rows);
    this.watcher.onProgress(this.counts);
  }
}

function rejected(row: FinalRow, { code, message }: { code: string; message: string }): RejectedRow {
  return { line: row.line, reference: row.reference, code, message };
}
