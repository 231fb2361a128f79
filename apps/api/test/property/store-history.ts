import { insertRows, type SqlRunner } from '@flowpilot/testing';

import type { AccountHistory } from '../reference/history.js';
import { firstSpellings } from './unfold-history.js';

/** Writes a history to the tables. */
export async function storeHistory(sql: SqlRunner, history: AccountHistory): Promise<void> {
  const { account, categories, flows, sessions, activities, pushes } = history;
  const domains = [...firstSpellings(history).values()].map((row) => ({
    account_id: account.id,
    key: row.domain_key,
    name: row.problem_domain,
    created_at: row.created_at,
  }));
  await insertRows(sql, 'accounts', [account]);
  await insertRows(sql, 'domains', domains);
  await insertRows(sql, 'categories', categories.map(({ row }) => row));
  await insertRows(sql, 'flows', flows);
  await insertRows(sql, 'sessions', sessions.map(({ row }) => row));
  await insertRows(sql, 'psa_activity_logs', activities);
  await insertRows(sql, 'psa_pushes', pushes);
}
