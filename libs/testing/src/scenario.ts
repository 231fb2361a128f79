import { domainKey } from '@flowpilot/metrics';

import { type AccountGiven, type AccountRow, accountRow, type UserGiven, userRow, type UserRow } from './account-row.js';
import { type CategoryGiven, type CategoryRow, categoryRow, type FlowGiven, type FlowRow, flowRow } from './flow-row.js';
import { type ActivityGiven, type ActivityRow, activityRow, type PushGiven, type PushRow, pushRow } from './psa-row.js';
import { insertRows, type SqlRunner } from './rows.js';
import { type SessionGiven, type SessionRow, sessionRow } from './session-row.js';

type Within<Given> = Omit<Given, 'accountId'>;

/**
 * One account and what happens in it, written straight to the tables, with everything that the product's own writes
 * would keep consistent: domains, the flows' lifetime figures, the sessions' PSA flags.
 */
export class Scenario {
  private constructor(
    private readonly sql: SqlRunner,
    readonly account: AccountRow,
  ) {}

  static async start(sql: SqlRunner, given: AccountGiven = {}): Promise<Scenario> {
    const account = accountRow(given);
    await insertRows(sql, 'accounts', [account]);
    return new Scenario(sql, account);
  }

  get accountId(): string {
    return this.account.id;
  }

  async user(given: Within<UserGiven> = {}): Promise<UserRow> {
    return this.insert('users', userRow({ ...given, accountId: this.accountId }));
  }

  async category(name: string, given: Within<Omit<CategoryGiven, 'name'>> = {}): Promise<CategoryRow> {
    return this.insert('categories', categoryRow({ ...given, name, accountId: this.accountId }));
  }

  async flow(given: Within<FlowGiven> = {}): Promise<FlowRow> {
    return this.insert('flows', flowRow({ ...given, accountId: this.accountId }));
  }

  async session(given: Within<SessionGiven>): Promise<SessionRow> {
    const row = sessionRow({ ...given, accountId: this.accountId });
    await this.recordDomain(row);
    await this.insert('sessions', row);
    await this.trackFlow(row);
    return row;
  }

  /** The same session `count` times. */
  async sessions(count: number, given: Within<Omit<SessionGiven, 'id'>>): Promise<SessionRow[]> {
    const rows: SessionRow[] = [];
    for (let made = 0; made < count; made += 1) rows.push(await this.session(given));
    return rows;
  }

  async activity(given: Within<ActivityGiven>): Promise<ActivityRow> {
    const row = await this.insert('psa_activity_logs', activityRow({ ...given, accountId: this.accountId }));
    await this.sql.query(
      `update sessions
       set has_note = sessions.has_note or $3 = 'note_posted',
           has_time_entry = sessions.has_time_entry or $3 = 'time_entry_posted'
       where sessions.account_id = $1 and sessions.id = $2`,
      [row.account_id, row.session_id, row.activity_type],
    );
    return row;
  }

  async push(given: Within<PushGiven>): Promise<PushRow> {
    return this.insert('psa_pushes', pushRow({ ...given, accountId: this.accountId }));
  }

  private async insert<R extends object>(table: string, row: R): Promise<R> {
    await insertRows(this.sql, table, [row]);
    return row;
  }

  private async recordDomain({ problem_domain: name, created_at }: SessionRow): Promise<void> {
    if (name === null) return;
    await this.sql.query(
      `insert into domains (account_id, key, name, created_at) values ($1, $2, $3, $4)
       on conflict (account_id, key) do nothing`,
      [this.accountId, domainKey(name), name, created_at],
    );
  }

  private async trackFlow(row: SessionRow): Promise<void> {
    if (row.matched_flow_id === null) return;
    await this.sql.query(
      `update flows
       set usage_count = flows.usage_count + 1,
           resolved_count = flows.resolved_count + $3::int,
           last_matched_at = greatest(flows.last_matched_at, $4::timestamptz)
       where flows.account_id = $1 and flows.id = $2`,
      [this.accountId, row.matched_flow_id, row.status === 'resolved' ? 1 : 0, row.matched_at],
    );
  }
}
