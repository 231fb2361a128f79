import type { Node } from 'libpg-query';

import { lastName, nodesOf } from './syntax.js';

/** Those of PostgreSQL whose answer differs from call to call. */
const VOLATILE = new Set([
  'random', 'random_normal', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'uuid_generate_v4', 'clock_timestamp', 'timeofday',
  'nextval', 'setval', 'currval', 'lastval', 'pg_sleep', 'set_config', 'pg_notify',
]); // prettier-ignore
const THE_TIME = new Set(['now', 'transaction_timestamp', 'statement_timestamp']);

/** What would differ from node to node, or from call to call, wherever it stands in a change. */
export function* volatileCalls(change: unknown): Generator<string> {
  for (const node of nodesOf(change, true)) {
    if (!('FuncCall' in node)) continue;
    const name = lastName(node.FuncCall.funcname);
    if (VOLATILE.has(name) || name.startsWith('pg_advisory')) yield `a change by ${name}(), which is volatile`;
  }
}

/** What Citus does not let the expressions of a change compute out of the rows that are changed. */
export function* faultsOfComputation(expressions: unknown): Generator<string> {
  for (const node of nodesOf(expressions, false)) {
    if (('CaseExpr' in node || 'CoalesceExpr' in node) && [...nodesOf(node, false)].some(tellsTheTime)) {
      yield 'a change by the time inside of CASE or COALESCE';
    }
    if (isShiftedColumn(node)) yield 'a change by a column and an interval, which depends on the zone of the session';
  }
}

function tellsTheTime(node: Node): boolean {
  return 'SQLValueFunction' in node || ('FuncCall' in node && THE_TIME.has(lastName(node.FuncCall.funcname)));
}

/** A time plus an interval is not immutable: a day is not always as long. */
function isShiftedColumn(node: Node): boolean {
  if (!('A_Expr' in node) || !['+', '-'].includes(lastName(node.A_Expr.name))) return false;
  const sides = [node.A_Expr.lexpr, node.A_Expr.rexpr].filter((side) => side !== undefined);
  const hasInterval = sides.some((side) => [...nodesOf(side, false)].some(isInterval));
  // `at time zone` makes of it a time without a zone, to which a day is always as long.
  return hasInterval && sides.some((side) => lastNameOfCall(side) !== 'timezone' && [...nodesOf(side, false)].some((part) => 'ColumnRef' in part));
}

function isInterval(node: Node): boolean {
  return 'TypeCast' in node && lastName(node.TypeCast.typeName?.names) === 'interval';
}

function lastNameOfCall(node: Node): string | undefined {
  return 'FuncCall' in node ? lastName(node.FuncCall.funcname) : undefined;
}
