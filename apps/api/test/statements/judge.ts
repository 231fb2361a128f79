import { type Node, parseSync } from 'libpg-query';

import { judgeQuery } from './judge-query.js';
import { isQuery, nodesOf } from './syntax.js';
import { isReferenceTable, isTenantTable, Verdict } from './verdict.js';

/**
 * Why a statement could not be answered by the one node of a cluster that holds the account's rows, or could mix accounts;
 * nothing when it can. Every tenant's table in it must be held to one account by an equality of the query in which it
 * stands: with a parameter, or with a column of that query that is held to it. The parser's module must be loaded.
 */
export function judge(sql: string): string[] {
  const verdict = new Verdict();
  for (const { stmt } of parseSync(sql).stmts ?? []) {
    if (stmt !== undefined) judgeStatement(stmt, verdict);
  }
  return [...verdict.faults];
}

function judgeStatement(statement: Node, verdict: Verdict): void {
  const tables = tablesOf(statement);
  if (isQuery(statement)) {
    judgeQuery(statement, new Map(), verdict);
    if (tables.has('queue') && tables.has('own')) verdict.fault('reads the job queue together with tables of the product');
  } else if (tables.has('own')) {
    verdict.fault(`is no query but a ${Object.keys(statement)[0] ?? 'command'}`);
  }
}

/** Whether any of the product's own tables, and any of the job queue's, is named. */
function tablesOf(statement: Node): Set<string> {
  const found = new Set<string>();
  for (const node of nodesOf(statement, true)) {
    if (!('RangeVar' in node)) continue;
    if (node.RangeVar.schemaname === 'pgboss') found.add('queue');
    else if (isTenantTable(node.RangeVar) || isReferenceTable(node.RangeVar)) found.add('own');
  }
  return found;
}
