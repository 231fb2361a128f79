import { Injectable } from '@nestjs/common';

import type { RecordPsaActivityDto, SessionLineDto } from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Database } from '../database/database.js';
import { CategoryService, FlowService } from '../flows/index.js';
import { PsaActivityService } from '../psa/index.js';
import { SessionIngest } from '../sessions/index.js';
import type { DemoAccount, DemoActivity, DemoFlow, DemoSession } from './generator/demo-account.js';

/**
 * After these PostgreSQL is told how the table has grown: the plan of a foreign key's check that it made for the
 * empty table reads all sessions of the account, each time.
 */
const FIRST_LINES = 500;

/** Records what happened in a demo account, through the services behind the routes. */
@Injectable()
export class DemoRecords {
  constructor(
    private readonly database: Database,
    private readonly categories: CategoryService,
    private readonly flows: FlowService,
    private readonly ingest: SessionIngest,
    private readonly activities: PsaActivityService,
  ) {}

  async record(accountId: string, people: ReadonlyMap<string, string>, account: DemoAccount): Promise<void> {
    const actor: Actor = { kind: 'system', id: null, accountId, ownSessionsOnly: false };
    const flows = await this.recordFlows(actor, account);
    const lines = account.sessions.map((session) => toLine(session, people, flows));
    await this.recordSessions(actor, lines.slice(0, FIRST_LINES));
    await this.database.query('analyze sessions');
    await this.recordSessions(actor, lines.slice(FIRST_LINES));
    await this.recordActivities(actor, people, account);
  }

  private async recordFlows(actor: Actor, { categories, flows }: DemoAccount): Promise<ReadonlyMap<DemoFlow, string>> {
    const categoryIds = new Map<string, string>();
    for (const name of categories) categoryIds.set(name, (await this.categories.create(actor, { name })).id);
    const flowIds = new Map<DemoFlow, string>();
    for (const flow of flows) {
      const { id } = await this.flows.create(actor, {
        name: flow.name,
        tree_type: flow.treeType,
        category_id: flow.category === null ? null : categoryIds.get(flow.category),
        is_active: flow.isActive,
        created_at: flow.createdAt.toISOString(),
      });
      flowIds.set(flow, id);
    }
    return flowIds;
  }

  private async recordSessions(actor: Actor, lines: readonly SessionLineDto[]): Promise<void> {
    const { rejected_count: count, rejected } = await this.ingest.store(actor, bytesOf(lines));
    const [first] = rejected;
    if (first) throw new Error(`${count} demo sessions were rejected, the first because ${first.message}`);
  }

  /** Each engineer pushes what came of their own sessions. */
  private async recordActivities(actor: Actor, people: ReadonlyMap<string, string>, account: DemoAccount): Promise<void> {
    const engineers = new Map(account.sessions.map(({ id, engineer }) => [id, engineer]));
    const pushed = new Map<string | undefined, RecordPsaActivityDto[]>();
    for (const activity of account.activities) {
      const engineer = activity.sessionId === null ? undefined : engineers.get(activity.sessionId);
      const own = pushed.get(engineer) ?? [];
      own.push(toActivity(activity));
      pushed.set(engineer, own);
    }
    for (const [engineer, inputs] of pushed) {
      const id = engineer === undefined ? undefined : people.get(engineer);
      await this.activities.recordMany(id === undefined ? actor : { ...actor, kind: 'user', id }, inputs);
    }
  }
}

async function* bytesOf(lines: readonly SessionLineDto[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield await Promise.resolve(Buffer.from(`${JSON.stringify(line)}\n`));
}

function toLine(
  session: DemoSession,
  people: ReadonlyMap<string, string>,
  flows: ReadonlyMap<DemoFlow, string>,
): SessionLineDto {
  return {
    id: session.id,
    created_at: session.createdAt.toISOString(),
    user_id: people.get(session.engineer),
    summary: session.summary,
    client: session.client,
    problem_domain: session.domain,
    confidence_tier: session.tier,
    psa_ticket_id: session.ticket,
    matched_flow_id: session.flow && flows.get(session.flow),
    match_confidence: session.confidence,
    status: session.status,
    resolved_at: session.resolvedAt?.toISOString(),
    escalated_at: session.escalatedAt?.toISOString(),
  };
}

function toActivity({ type, entryId, sessionId, ticket, hours, createdAt }: DemoActivity): RecordPsaActivityDto {
  return {
    activity_type: type,
    psa_entry_id: entryId,
    session_id: sessionId,
    psa_ticket_id: ticket,
    hours_logged: hours,
    created_at: createdAt.toISOString(),
  };
}
