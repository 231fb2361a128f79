import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';

import type { WindowQueryDto } from '@flowpilot/contracts';
import { CONFIDENCE_TIERS, SESSION_STATUSES } from '@flowpilot/metrics';
import { Scenario } from '@flowpilot/testing';

import type { Actor } from '../../src/auth/index.js';
import { CoverageService } from '../../src/coverage/index.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { FlowQualityService } from '../../src/flow-quality/index.js';
import { Problem } from '../../src/http/problem.js';
import { OverviewService } from '../../src/overview/overview.service.js';
import { PsaActivityService } from '../../src/psa/index.js';
import { PsaActivityReadService } from '../../src/psa-activity/psa-activity.service.js';
import { BUSY_FROM, RollupRefresh } from '../../src/rollups/index.js';
import { SessionService } from '../../src/sessions/index.js';
import { WindowService } from '../../src/window/index.js';
import { startTestApplication, type TestApplication } from '../application.js';
import { type AskedWindow, askedWindow, windowQuery } from './asked-window.js';

const RUNS = 60;
const TIME_LIMIT_MS = 15_000;
const HOUR_MS = 3_600_000;
const DOOMED = 'doomed-refresh';
const ZONES = ['UTC', 'Asia/Kathmandu', 'America/Havana', 'Pacific/Apia', 'Europe/Berlin'];

const hoursAgo = fc.oneof(fc.nat(56).map((quarters) => quarters / 4), fc.nat(72), fc.nat(40 * 24));
const given = fc.record({
  hoursAgo,
  domain: fc.constantFrom('VPN', 'Email', undefined),
  tier: fc.constantFrom(...CONFIDENCE_TIERS),
  flow: fc.constantFrom(0, 1, undefined),
  isResolved: fc.boolean(),
  hasTicket: fc.boolean(),
});
const known = fc.nat(1000);

/** Of few sessions, so that some have several. */
const logged = fc.record({ kind: fc.constant('log' as const), known: fc.option(fc.nat(1), { freq: 6 }), hoursAgo });

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), given }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('enter' as const), known, status: fc.constantFrom(...SESSION_STATUSES) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('match' as const), known, flow: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), known, hoursAgo }) },
  { weight: 3, arbitrary: logged },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), known }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refresh' as const), isCutOff: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), asked: askedWindow }) },
);
const past = fc.array(given, { minLength: 4, maxLength: 12 });

const settings = fc.record({
  zone: fc.constantFrom(...ZONES),
  unloggedAfterHours: fc.constantFrom(0, 5, 24, 60),
  /** Of how many sessions a day the hours of the day that goes on are counted as well. */
  busyFrom: fc.constantFrom(BUSY_FROM, 1),
});

/** Steps of a round run at once; then the clock goes on, and perhaps the account moves to another zone. */
const round = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  hours: fc.constantFrom(0, 0, 0.4, 1, 2.7, 6, 24),
  asked: askedWindow,
  isRefreshed: fc.boolean(),
  zone: fc.option(fc.constantFrom(...ZONES), { freq: 6 }),
});

/** Nothing is deleted, so that it stands in no refresh's way. */
const EVERY_DAY_WRITTEN_TO = `
  insert into rollup_invalidations (account_id, created_at, id)
  select rollup_days.account_id, rollup_days.starts_at, gen_random_uuid()
  from rollup_days
  where rollup_days.account_id = $1`;

type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never;
type Settings = typeof settings extends fc.Arbitrary<infer Value> ? Value : never;
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('The read models', () => {
  let application: TestApplication;
  let doomed: DataSource;

  beforeAll(async () => {
    application = await startTestApplication();
    doomed = await new DataSource(Object.assign(dataSourceOptions(application.databaseUrl, 2), { applicationName: DOOMED })).initialize();
  });

  afterAll(async () => {
    await doomed.destroy();
    await application.stop();
  });

  it('answer from rollups as from the sessions, whatever is written, refreshed and cut off meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(settings, past, fc.array(logged, { maxLength: 10 }), fc.array(round, { minLength: 1, maxLength: 5 }), async (chosen, sessions, entries, rounds) => {
        application.clock.set('2026-03-29T05:00:00Z');
        const account = await Account.start(application, doomed, chosen);
        await Promise.all(sessions.map((one) => account.record(one)));
        await Promise.all(entries.map((one) => account.take(one)));
        await account.refresh();
        for (const { steps, hours, zone: next, isRefreshed, asked } of rounds) {
          await Promise.all(steps.map((one) => account.take(one)));
          application.clock.advance(hours * HOUR_MS);
          if (next !== null) await account.moveTo(next);
          if (isRefreshed) await account.refresh();
          await account.compare({ period: '30d' });
          await account.compare(asked);
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: false },
    );
  }, 2 * TIME_LIMIT_MS);
});

/** Ends a transaction that was only for looking. */
class Looked extends Error {}

class Account {
  private readonly sessions: string[] = [];

  private constructor(
    private readonly application: TestApplication,
    private readonly doomed: DataSource,
    private readonly actor: Actor,
    private readonly flows: readonly string[],
    private zone: string,
    private readonly busyFrom: number,
  ) {}

  static async start(application: TestApplication, doomed: DataSource, { zone, unloggedAfterHours, busyFrom }: Settings): Promise<Account> {
    const scenario = await Scenario.start(application.database, { timeZone: zone, minSample: 3, unloggedAfterHours });
    const flows = [await scenario.flow(), await scenario.flow()].map(({ id }) => id);
    const actor: Actor = { kind: 'system', id: null, accountId: scenario.accountId, ownSessionsOnly: false };
    return new Account(application, doomed, actor, flows, zone, busyFrom);
  }

  async take(one: Step): Promise<void> {
    try {
      await this.dare(one);
    } catch (error) {
      // What cannot be at this moment: a session that is gone, a state that does not follow.
      if (!(error instanceof Problem)) throw error;
    }
  }

  async refresh(): Promise<void> {
    await this.refreshOn(this.application.database).run(this.actor.accountId);
  }

  private refreshOn(database: Database): RollupRefresh {
    return new RollupRefresh(database, this.application.clock, this.busyFrom);
  }

  async moveTo(zone: string): Promise<void> {
    await this.application.database.query('update accounts set time_zone = $2 where id = $1', [this.actor.accountId, zone]);
    this.zone = zone;
  }

  /** In one snapshot: the answers as they are, and as they are without any rollup. */
  async compare(asked: AskedWindow): Promise<void> {
    const { database, clock } = this.application;
    const query = windowQuery(asked, this.zone, clock.now().getTime());
    const looking = database.alone(`look ${this.actor.accountId}`, async () => {
      const rolled = await this.answers(query);
      await database.query(EVERY_DAY_WRITTEN_TO, [this.actor.accountId]);
      expect(rolled).toEqual(await this.answers(query));
      throw new Looked();
    });
    await expect(looking).rejects.toThrow(Looked);
  }

  private async dare(one: Step): Promise<unknown> {
    const sessions = this.application.app.get(SessionService);
    switch (one.kind) {
      case 'record':
        return this.record(one.given);
      case 'enter':
        return sessions.transition(this.actor, this.pick(one.known), one.status, {});
      case 'match':
        return sessions.match(this.actor, this.pick(one.known), { flow_id: this.flow(one.flow) });
      case 'move':
        return sessions.record(this.actor, { id: this.pick(one.known), created_at: this.ago(one.hoursAgo) });
      case 'log':
        return this.log(one.known, one.hoursAgo);
      case 'remove':
        return sessions.remove(this.actor, this.pick(one.known));
      case 'refresh':
        return one.isCutOff ? this.refreshCutOff() : this.refresh();
      case 'read':
        return this.compare(one.asked);
    }
  }

  async record(session: Given): Promise<void> {
    const at = this.ago(session.hoursAgo);
    const stored = await this.application.app.get(SessionService).record(this.actor, {
      created_at: at,
      problem_domain: session.domain,
      psa_ticket_id: session.hasTicket ? '4711' : undefined,
      confidence_tier: session.tier,
      ...(session.flow !== undefined && { matched_flow_id: this.flow(session.flow), match_confidence: 0.7 }),
      ...(session.isResolved && { status: 'resolved' as const, resolved_at: at }),
    });
    this.sessions.push(stored.session.id);
  }

  private log(known: number | null, hoursAgo: number): Promise<unknown> {
    const entry = { activity_type: 'time_entry_posted' as const, hours_logged: 0.25, created_at: this.ago(hoursAgo) };
    return this.application.app.get(PsaActivityService).record(this.actor, { ...entry, ...(known !== null && { session_id: this.pick(known) }) });
  }

  /** The server ends its connection, wherever it has come to. */
  private async refreshCutOff(): Promise<void> {
    const refresh = this.refreshOn(new Database(this.doomed)).run(this.actor.accountId);
    const killed = this.application.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()`,
      [DOOMED],
    );
    await Promise.allSettled([refresh, killed]);
  }

  private async answers(query: WindowQueryDto): Promise<unknown> {
    const { app } = this.application;
    const window = await app.get(WindowService).resolve(this.actor.accountId, query);
    return {
      coverage: await app.get(CoverageService).read(window),
      flowQuality: await app.get(FlowQualityService).read(window),
      overview: await app.get(OverviewService).read(window),
      psa: await app.get(PsaActivityReadService).read(window),
    };
  }

  private pick(known: number): string {
    const id = this.sessions[known % Math.max(1, this.sessions.length)];
    if (id === undefined) throw Problem.notFound('session');
    return id;
  }

  private flow(index: number): string {
    const id = this.flows[index];
    if (id === undefined) throw new RangeError('there are two flows');
    return id;
  }

  private ago(hours: number): string {
    return new Date(this.application.clock.now().getTime() - hours * HOUR_MS).toISOString();
  }
}
