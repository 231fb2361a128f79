import type { DeleteStmt, InsertStmt, Node, OnConflictClause, RangeVar, ResTarget, SelectStmt, UpdateStmt, WithClause } from 'libpg-query';

import { DISTRIBUTION_COLUMN } from '../../../../migrations/distribution.js';
import { faultsOfComputation, volatileCalls } from './computation.js';
import { type Item, Level, type Output, outputName, restricted } from './level.js';
import { columnOf, constantOf, ctesOf, isSetOperation, namesOf, nodesOf, queriesIn } from './syntax.js';
import { isReferenceTable, isTenantTable, type Verdict } from './verdict.js';

/** What the queries that stand before this one give, by name. */
type Ctes = ReadonlyMap<string, readonly Output[]>;

/** Judges a query wherever it stands, and says what its columns are held to. */
export function judgeQuery(query: Node, ctes: Ctes, verdict: Verdict): Output[] {
  if ('SelectStmt' in query) return judgeSelect(query.SelectStmt, ctes, verdict);
  if ('InsertStmt' in query) return judgeInsert(query.InsertStmt, ctes, verdict);
  if ('UpdateStmt' in query) return judgeChange(query.UpdateStmt, query.UpdateStmt.fromClause, ctes, verdict);
  if ('DeleteStmt' in query) return judgeChange(query.DeleteStmt, query.DeleteStmt.usingClause, ctes, verdict);
  return [];
}

function judgeSelect(select: SelectStmt, known: Ctes, verdict: Verdict): Output[] {
  const ctes = withCtes(select.withClause, known, verdict);
  if (isSetOperation(select)) {
    const [left = [], right = []] = [select.larg, select.rarg].map((side) => side && judgeSelect(side, ctes, verdict));
    return left.map(({ name, account }, index) => ({ name, account: right[index]?.account === account ? account : undefined }));
  }
  const level = new Level();
  const sources = addSources(level, select.fromClause);
  level.require(select.whereClause);
  closeLevel(level, sources, ctes, verdict);
  judgeExpressions(Object.entries(select).filter(([part]) => part !== 'withClause'), ctes, verdict);
  return outputsOf(select.targetList, level);
}

/** The CTEs of a query beside those that are known there. */
function withCtes(clause: WithClause | undefined, known: Ctes, verdict: Verdict): Ctes {
  const ctes = new Map(known);
  for (const { name, query, columns } of ctesOf(clause)) ctes.set(name, renamed(judgeQuery(query, ctes, verdict), columns));
  return ctes;
}

/** An item of a FROM clause that is a table, a CTE or a query. */
interface Source {
  item: Item;
  table?: RangeVar;
  query?: Node;
  columns: string[];
}

function addSources(level: Level, from: readonly Node[] | undefined): Source[] {
  const sources: Source[] = [];
  for (const node of from ?? []) addSource(level, node, sources);
  return sources;
}

/** Answers the names of the items that the node holds. */
function addSource(level: Level, node: Node, sources: Source[]): string[] {
  if ('JoinExpr' in node) {
    const { larg, rarg, quals, usingClause, jointype } = node.JoinExpr;
    const [left = [], right = []] = [larg, rarg].map((side) => side && addSource(level, side, sources));
    level.require(quals, restricted(jointype, left, right));
    level.requireUsing(namesOf(usingClause), left, right, jointype);
    return [...left, ...right];
  }
  const source = sourceOf(node);
  level.add(source.item);
  sources.push(source);
  return [source.item.name];
}

function sourceOf(node: Node): Source {
  if ('RangeVar' in node) return tableSource(node.RangeVar);
  const { alias } = 'RangeSubselect' in node ? node.RangeSubselect : 'RangeFunction' in node ? node.RangeFunction : {};
  const item: Item = { name: alias?.aliasname ?? '', fixed: new Map() };
  return { item, query: 'RangeSubselect' in node ? node.RangeSubselect.subquery : undefined, columns: namesOf(alias?.colnames) };
}

function tableSource(table: RangeVar): Source {
  return { item: { name: table.alias?.aliasname ?? table.relname ?? '', fixed: new Map() }, table, columns: [] };
}

/** Settles what the tables of a level are held to, and only then takes in what queries give: that holds no table. */
function closeLevel(level: Level, sources: readonly Source[], ctes: Ctes, verdict: Verdict): void {
  level.settle();
  for (const { item, table, query, columns } of sources) {
    const cte = table?.schemaname === undefined ? ctes.get(table?.relname ?? '') : undefined;
    const outputs = query === undefined ? (cte ?? []) : renamed(judgeQuery(query, ctes, verdict), columns);
    for (const { name, account } of outputs) {
      if (account !== undefined) item.fixed.set(name, account);
    }
    if (table !== undefined && cte === undefined && isTenantTable(table)) {
      verdict.tableHeldTo(table.relname ?? '', item.fixed.get(DISTRIBUTION_COLUMN));
    }
  }
}

function renamed(outputs: readonly Output[], columns: readonly string[]): Output[] {
  return outputs.map((output, index) => ({ ...output, name: columns[index] ?? output.name }));
}

/** The queries inside of expressions. */
function judgeExpressions(expressions: unknown, ctes: Ctes, verdict: Verdict): void {
  for (const query of queriesIn(expressions)) judgeQuery(query, ctes, verdict);
}

function outputsOf(targets: readonly Node[] | undefined, level: Level): Output[] {
  return (targets ?? []).flatMap((node) => ('ResTarget' in node ? outputs(node.ResTarget, level) : []));
}

function outputs({ name, val }: ResTarget, level: Level): Output[] {
  const fields = val && columnOf(val)?.fields;
  if (fields !== undefined && namesOf(fields).at(-1) === '*') {
    const qualifier = namesOf(fields).at(-2);
    const items = [...level.items.values()].filter((item) => qualifier === undefined || item.name === qualifier);
    return items.flatMap(({ fixed }) => [...fixed].map(([column, account]) => ({ name: column, account })));
  }
  return [{ name: outputName(name, val), account: val && level.valueOf(val) }];
}

function judgeChange(change: UpdateStmt & DeleteStmt, from: Node[] | undefined, known: Ctes, verdict: Verdict): Output[] {
  const ctes = withCtes(change.withClause, known, verdict);
  const level = new Level();
  const target = tableSource(change.relation ?? {});
  level.add(target.item);
  const sources = addSources(level, from);
  level.require(change.whereClause);
  closeLevel(level, [target, ...sources], ctes, verdict);
  judgeExpressions([change.targetList, change.whereClause, change.returningClause, from], ctes, verdict);
  judgeTarget(change.relation ?? {}, change, change.targetList, verdict);
  for (const fault of volatileCalls(Object.values(change))) verdict.fault(fault);
  for (const fault of faultsOfComputation([change.targetList, change.whereClause])) verdict.fault(fault);
  return outputsOf(change.returningClause?.exprs, level);
}

function judgeInsert(insert: InsertStmt, known: Ctes, verdict: Verdict): Output[] {
  const { relation: table = {}, cols, selectStmt, onConflictClause, returningClause } = insert;
  const values = selectStmt && 'SelectStmt' in selectStmt ? selectStmt.SelectStmt.valuesLists : undefined;
  if (values && insert.withClause) verdict.fault('a WITH before INSERT … VALUES');
  if (values && !queriesIn(values).next().done) verdict.fault('a query inside of INSERT … VALUES');
  const ctes = withCtes(insert.withClause, known, verdict);
  const given = selectStmt === undefined ? [] : judgeQuery(selectStmt, ctes, verdict);
  const { item } = tableSource(table);
  if (isTenantTable(table)) {
    const column = (cols ?? []).findIndex((node) => 'ResTarget' in node && node.ResTarget.name === DISTRIBUTION_COLUMN);
    for (const account of values ? values.map((row) => accountOf(row, column)) : [given[column]?.account]) {
      verdict.tableHeldTo(table.relname ?? '', account);
      if (account !== undefined) item.fixed.set(DISTRIBUTION_COLUMN, account);
    }
  }
  judgeTarget(table, insert, onConflictClause?.targetList, verdict);
  if (onConflictClause) judgeConflict(onConflictClause, verdict);
  judgeExpressions([returningClause, onConflictClause], ctes, verdict);
  const level = new Level();
  level.add(item);
  return outputsOf(returningClause?.exprs, level);
}

function accountOf(row: Node, column: number): string | undefined {
  const value = 'List' in row ? row.List.items?.[column] : undefined;
  return value && constantOf(value);
}

function judgeConflict({ targetList, whereClause }: OnConflictClause, verdict: Verdict): void {
  for (const node of nodesOf(targetList, false)) {
    const calls = 'FuncCall' in node || 'SQLValueFunction' in node || 'SubLink' in node;
    if (calls) verdict.fault('ON CONFLICT sets what is neither of its rows nor a constant');
  }
  for (const fault of faultsOfComputation(whereClause)) verdict.fault(fault);
}

/** Rows stay with their account; where every node has the whole table, none has all that a tenant's table holds. */
function judgeTarget(table: RangeVar, statement: object, assigned: readonly Node[] | undefined, verdict: Verdict): void {
  const name = table.relname ?? '';
  const moves = (assigned ?? []).some((node) => 'ResTarget' in node && node.ResTarget.name === DISTRIBUTION_COLUMN);
  if (isTenantTable(table) && moves) verdict.fault(`${name} has its ${DISTRIBUTION_COLUMN} set`);
  const reads = [...nodesOf(Object.values(statement), true)].some((node) => 'RangeVar' in node && isTenantTable(node.RangeVar));
  if (isReferenceTable(table) && reads) verdict.fault(`${name}, which is on every node, is written by what a tenant's table holds`);
}
