import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { type ConnectionRow, selectConnection, storeCursor } from '../connection/connection.query.js';
import { type ConnectedPsa, PsaClients } from '../connection/psa-clients.js';
import { PushOutcomeService } from '../outbox/push-outcome.service.js';
import { PsaError } from '../provider/psa-error.js';
import { type PsaTimeEntry, workOfMarker } from '../provider/psa-work.js';
import { clearDrifts, type PushedEntry, selectPushedEntries, selectPushedSince, storeDrifts } from './drift.query.js';
import { driftOf } from './entry-drift.js';

/** Entries of so many days are looked for one by one: only so is it seen that one was deleted. */
const LOOKED_FOR_MS = 90 * 86_400_000;
const AT_ONCE = 100;

export type ReconcileResult = Record<'entries_read' | 'changed' | 'deleted' | 'restored' | 'adopted', number>;

/** Compares what was pushed with what the PSA holds now. The figures stay as pushed; the drift stands beside them. */
@Injectable()
export class PsaReconciliation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clients: PsaClients,
    private readonly outcomes: PushOutcomeService,
  ) {}

  /** @throws Problem `psa_failed`, to be tried again: it goes on where it was. */
  async run(accountId: string): Promise<ReconcileResult> {
    const result: ReconcileResult = { entries_read: 0, changed: 0, deleted: 0, restored: 0, adopted: 0 };
    try {
      const connection = await selectConnection(this.database, accountId);
      const psa = await this.clients.of(accountId);
      if (connection && psa?.capabilities.listsTimeEntries) await this.reconcile(accountId, connection, psa, result);
      return result;
    } catch (error) {
      if (!(error instanceof PsaError)) throw error;
      throw new Problem('psa_failed', error.message);
    }
  }

  private async reconcile(
    accountId: string,
    connection: ConnectionRow,
    { client }: ConnectedPsa,
    result: ReconcileResult,
  ): Promise<void> {
    let { cursor } = connection;
    for await (const page of client.listTimeEntriesSince(cursor)) {
      cursor = page.cursor;
      result.entries_read += page.entries.length;
      await this.adopt(accountId, page.entries, result);
      const ids = page.entries.map(({ entryId }) => entryId);
      const pushed = await selectPushedEntries(this.database, accountId, connection.created_at, ids);
      await this.compare(accountId, pushed, page.entries, result);
    }
    await this.lookFor(accountId, connection, client, result);
    await storeCursor(this.database, accountId, { ...connection, cursor }, this.clock.now());
  }

  /** Entries of pushes that were given up although they had got through. */
  private async adopt(accountId: string, entries: readonly PsaTimeEntry[], result: ReconcileResult): Promise<void> {
    for (const entry of entries) {
      const pushId = entry.marker === null ? null : workOfMarker(entry.marker);
      if (pushId !== null && (await this.outcomes.adopt(accountId, pushId, entry))) result.adopted += 1;
    }
  }

  private async lookFor(
    accountId: string,
    connection: ConnectionRow,
    client: ConnectedPsa['client'],
    result: ReconcileResult,
  ): Promise<void> {
    const since = new Date(Math.max(this.clock.now().getTime() - LOOKED_FOR_MS, connection.created_at.getTime()));
    for (let after: string | undefined = ''; after !== undefined; ) {
      const pushed: PushedEntry[] = await selectPushedSince(this.database, accountId, since, after, AT_ONCE);
      const present = await client.readTimeEntries(pushed.map((entry) => entry.psa_entry_id));
      await this.compare(accountId, pushed, present, result);
      after = pushed.at(-1)?.psa_entry_id;
    }
  }

  private async compare(
    accountId: string,
    pushed: readonly PushedEntry[],
    present: readonly PsaTimeEntry[],
    result: ReconcileResult,
  ): Promise<void> {
    const presentById = new Map(present.map((entry) => [entry.entryId, entry]));
    const drifts = pushed.map((entry) => driftOf(entry, presentById.get(entry.psa_entry_id)));
    const same = pushed.filter((_, index) => drifts[index] === null).map((entry) => entry.activity_id);
    await this.database.transaction(async () => {
      const found = drifts.filter((drift) => drift !== null);
      const noticed = await storeDrifts(this.database, accountId, found, this.clock.now());
      for (const { state } of noticed) result[state] += 1;
      result.restored += await clearDrifts(this.database, accountId, same);
    });
  }
}
