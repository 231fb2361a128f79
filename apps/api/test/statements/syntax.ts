import type { A_Expr, ColumnRef, Node, RangeVar, SelectStmt, WithClause } from 'libpg-query';

type Query = Extract<Node, { SelectStmt: unknown } | { InsertStmt: unknown } | { UpdateStmt: unknown } | { DeleteStmt: unknown }>;

export function isQuery(node: Node): node is Query {
  return 'SelectStmt' in node || 'InsertStmt' in node || 'UpdateStmt' in node || 'DeleteStmt' in node;
}

export function namesOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map((node) => ('String' in node ? (node.String.sval ?? '') : '*'));
}

/** The last part of a name: without its schema, or its table. */
export function lastName(nodes: readonly Node[] | undefined): string {
  return namesOf(nodes).at(-1) ?? '';
}

/** What must hold, as the list of what must hold each. */
export function conjuncts(condition: Node | undefined): Node[] {
  if (condition === undefined) return [];
  if ('BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR') return (condition.BoolExpr.args ?? []).flatMap(conjuncts);
  return [condition];
}

/** The pairs that a condition says are equal: `a = b`, and `(a, c) = (b, d)`. */
export function equalities(condition: Node): [Node, Node][] {
  if (!('A_Expr' in condition)) return [];
  const { kind, name, lexpr, rexpr }: A_Expr = condition.A_Expr;
  if (kind !== 'AEXPR_OP' || lastName(name) !== '=' || lexpr === undefined || rexpr === undefined) return [];
  if (!('RowExpr' in lexpr) || !('RowExpr' in rexpr)) return [[lexpr, rexpr]];
  const right = rexpr.RowExpr.args ?? [];
  return (lexpr.RowExpr.args ?? []).flatMap((left, index): [Node, Node][] => {
    const other = right[index];
    return other === undefined ? [] : [[left, other]];
  });
}

/** A bound parameter or a constant, as it is written; undefined for all else. */
export function constantOf(node: Node): string | undefined {
  if ('TypeCast' in node) return node.TypeCast.arg && constantOf(node.TypeCast.arg);
  if ('ParamRef' in node) return `$${node.ParamRef.number ?? 0}`;
  if ('A_Const' in node) return JSON.stringify(node.A_Const);
  return undefined;
}

export function columnOf(node: Node): ColumnRef | undefined {
  return 'ColumnRef' in node ? node.ColumnRef : undefined;
}

/** The queries that a WITH clause names, in order. */
export function ctesOf(withClause: WithClause | undefined): { name: string; query: Node; columns: string[] }[] {
  return (withClause?.ctes ?? []).flatMap((node) => {
    if (!('CommonTableExpr' in node) || node.CommonTableExpr.ctequery === undefined) return [];
    const { ctename = '', ctequery, aliascolnames } = node.CommonTableExpr;
    return [{ name: ctename, query: ctequery, columns: namesOf(aliascolnames) }];
  });
}

/** Every node of the syntax below `root`, itself included; into the queries of expressions only if asked to. */
export function* nodesOf(root: unknown, intoQueries: boolean): Generator<Node> {
  if (Array.isArray(root)) {
    for (const item of root) yield* nodesOf(item, intoQueries);
    return;
  }
  if (typeof root !== 'object' || root === null) return;
  const entries = Object.entries(root);
  const [only] = entries;
  // A node is an object with its kind as its one key.
  if (entries.length === 1 && only !== undefined && /^[A-Z]/.test(only[0])) {
    const node = root as Node;
    if (!intoQueries && isQuery(node)) return;
    yield node;
  } else if ('relname' in root) {
    yield { RangeVar: root as RangeVar }; // What a statement writes to stands there bare.
  }
  for (const [, value] of entries) yield* nodesOf(value, intoQueries);
}

/** The queries that stand directly in expressions. */
export function* queriesIn(root: unknown): Generator<Node> {
  for (const node of nodesOf(root, false)) {
    if ('SubLink' in node && node.SubLink.subselect !== undefined) yield node.SubLink.subselect;
  }
}

export function isSetOperation(select: SelectStmt): boolean {
  return select.op !== undefined && select.op !== 'SETOP_NONE';
}
