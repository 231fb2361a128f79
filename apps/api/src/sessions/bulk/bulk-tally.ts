import { type BulkResultDto, MAX_REPORTED_REJECTIONS } from '@flowpilot/contracts';

import type { Outcome } from '../recording/session-batch.js';

/** What became of the lines so far: all rejections are counted, the first ones are named. */
export class BulkTally {
  readonly result: BulkResultDto = { accepted: 0, updated: 0, unchanged: 0, rejected_count: 0, rejected: [] };

  add(line: number, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'created':
        this.result.accepted += 1;
        break;
      case 'updated':
        this.result.updated += 1;
        break;
      case 'unchanged':
        this.result.unchanged += 1;
        break;
      case 'rejected':
        this.reject(line, outcome);
    }
  }

  private reject(line: number, { problem }: Extract<Outcome, { kind: 'rejected' }>): void {
    this.result.rejected_count += 1;
    if (this.result.rejected.length === MAX_REPORTED_REJECTIONS) return;
    const message = problem.errors?.[0]?.message ?? problem.detail;
    this.result.rejected.push({ line, code: problem.code, message });
  }
}
