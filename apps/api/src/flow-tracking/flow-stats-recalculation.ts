import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { everyRow } from '../http/every-row.js';
import { correctCounters, lockCounters, selectAccountIds, selectFlowIds } from './flow-counters.query.js';

const PAGE_SIZE = 500;

/** Counts the flows' lifetime figures anew from the sessions. */
@Injectable()
export class FlowStatsRecalculation {
  constructor(private readonly database: Database) {}

  /** Of one account, or of all. `corrected_flows` is 0 on a healthy system. */
  async run(accountId?: string): Promise<{ corrected_flows: number }> {
    if (accountId !== undefined) return { corrected_flows: await this.correctAccount(accountId) };
    let corrected = 0;
    const accounts = everyRow<{ id: string }>((last) => selectAccountIds(this.database, last?.id ?? null, PAGE_SIZE));
    for await (const account of accounts) corrected += await this.correctAccount(account.id);
    return { corrected_flows: corrected };
  }

  private async correctAccount(accountId: string): Promise<number> {
    let corrected = 0;
    const flows = everyRow<{ id: string }>((last) =>
      selectFlowIds(this.database, accountId, last?.id ?? null, PAGE_SIZE),
    );
    for await (const flow of flows) corrected += (await this.correctFlow(accountId, flow.id)) ? 1 : 0;
    return corrected;
  }

  /**
   * The count must see what was committed while the lock was awaited, so it is a statement of its own: one that
   * locks and counts at once counts as of before the wait.
   */
  private correctFlow(accountId: string, flowId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      await lockCounters(this.database, accountId, [flowId]);
      return correctCounters(this.database, accountId, flowId);
    });
  }
}
