import { Injectable } from '@nestjs/common';

import type { Actor } from '../../auth/index.js';
import { isUniqueViolation } from '../../database/constraint-violation.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import type { GivenSession } from './given-session.js';
import { type Outcome, SessionBatch } from './session-batch.js';
import { selectFlowVersions, selectUsers } from './session-references.query.js';
import type { Circumstances } from './session-revision.js';
import { lockSessions, selectSessions } from './session-store.query.js';
import { type SessionWrite, SessionWriter } from './session-writer.js';

/** How often others may take our references before us in one transaction; each time there are fewer left. */
const MAX_ROUNDS = 5;

/** Records sessions that may be new or known. */
@Injectable()
export class SessionRecorder {
  constructor(
    private readonly database: Database,
    private readonly writer: SessionWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Records the sessions in their order and in one transaction, and answers what became of each, in the same order.
   * Those that are rejected leave the others be.
   *
   * @throws Problem `conflict` when another transaction gave a reference away while this one gave it to a known
   * session; nothing is stored then.
   */
  async record(actor: Actor, given: readonly GivenSession[]): Promise<Outcome[]> {
    try {
      return await this.database.transaction(() => this.recordAll(actor, given));
    } catch (error) {
      if (!isUniqueViolation(error, 'sessions_external_ref_unique')) throw error;
      throw new Problem('conflict', 'external_ref was given to another session at this moment.');
    }
  }

  /**
   * What would become of the sessions, with nothing stored. `assumedFlows` are ids of flows that would be there by
   * then. Of a reference that others give away meanwhile it knows nothing.
   */
  async foresee(actor: Actor, given: readonly GivenSession[], assumedFlows: Iterable<string>): Promise<Outcome[]> {
    const circumstances = await this.circumstances(actor, given);
    const flowVersions = new Map([...[...assumedFlows].map((id): [string, number] => [id, 1]), ...circumstances.flowVersions]);
    const refs = given.flatMap((one) => one.external_ref ?? []);
    const ids = given.flatMap((one) => one.id ?? []);
    const known = await selectSessions(this.database, actor.accountId, ids, refs);
    const batch = new SessionBatch(actor, { ...circumstances, flowVersions }, known);
    return given.map((one) => batch.apply(one));
  }

  private async recordAll(actor: Actor, given: readonly GivenSession[]): Promise<Outcome[]> {
    const circumstances = await this.circumstances(actor, given);
    const outcomes: Outcome[] = [];
    const stored: SessionWrite[] = [];
    let due = [...given.keys()];
    for (let round = 1; due.length > 0; round += 1) {
      if (round > MAX_ROUNDS) throw new Error('references were taken by others again and again');
      const found = await this.recordRound(actor, due.map((index) => pick(given, index)), circumstances);
      found.outcomes.forEach((outcome, position) => (outcomes[pick(due, position)] = outcome));
      stored.push(...found.stored);
      due = due.filter((_, position) => found.lost.has(position));
    }
    await this.writer.track(actor, stored);
    return outcomes;
  }

  /** Records what it can; `lost` are the positions of sessions that others took, and that are known from now on. */
  private async recordRound(
    actor: Actor,
    given: readonly GivenSession[],
    circumstances: Circumstances,
  ): Promise<{ outcomes: Outcome[]; stored: SessionWrite[]; lost: Set<number> }> {
    const batch = new SessionBatch(actor, circumstances, await this.lock(actor, given));
    const outcomes = given.map((one) => batch.apply(one));
    const { stored, lost } = await this.writer.write(actor, batch.writes, circumstances.now);
    const lostIds = new Set(lost.map((write) => write.after.id));
    const isLost = (outcome: Outcome) => outcome.kind !== 'rejected' && lostIds.has(outcome.session.id);
    return { outcomes, stored, lost: new Set([...outcomes.keys()].filter((at) => isLost(pick(outcomes, at)))) };
  }

  private lock({ accountId }: Actor, given: readonly GivenSession[]) {
    const ids = given.flatMap((one) => one.id ?? []);
    const refs = given.flatMap((one) => one.external_ref ?? []);
    return ids.length + refs.length === 0 ? [] : lockSessions(this.database, accountId, ids, refs);
  }

  private async circumstances(
    { accountId, ownSessionsOnly, id }: Actor,
    given: readonly GivenSession[],
  ): Promise<Circumstances> {
    const flowIds = new Set(given.flatMap((one) => one.matched_flow_id ?? []));
    const userIds = new Set(given.flatMap((one) => one.user_id ?? []));
    if (ownSessionsOnly && id !== null) userIds.add(id);
    return {
      now: this.clock.now(),
      flowVersions: await selectFlowVersions(this.database, accountId, [...flowIds]),
      users: await selectUsers(this.database, accountId, [...userIds]),
    };
  }
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`there is no item ${index}`);
  return item;
}
