import { Refusal } from './refusal.js';

type Value = string | number | boolean | Date;
type Test = (record: unknown) => boolean;

const CLAUSE = /^([A-Za-z_]+(?:\/[A-Za-z_]+)*)\s*(<=|>=|!=|=|<|>|\s+contains\s+|\s+in\s+)\s*(.+)$/;

/**
 * ConnectWise's filter language, the part that the product uses: clauses joined by `and`; strings quoted, dates
 * in brackets, `in` with a list in parentheses. Anything else is refused, so that a slip in quoting shows.
 */
export function parseConditions(conditions: string | null): Test {
  if (conditions === null || conditions.trim() === '') return () => true;
  const tests = splitClauses(conditions).map(parseClause);
  return (record) => tests.every((test) => test(record));
}

/** Splits at `and` outside quotes. */
function splitClauses(conditions: string): string[] {
  const parts = conditions.match(/(?:"[^"]*"|[^"])+?(?=\s+and\s+|$)/g) ?? [];
  return parts.map((part) => part.replace(/^\s*and\s+/, '').trim());
}

function parseClause(clause: string): Test {
  const [, path, operator, operand] = CLAUSE.exec(clause) ?? [];
  if (path === undefined || operator === undefined || operand === undefined) throw refuse(clause);
  const compare = operator.trim() === 'in' ? memberOf(operand) : comparison(operator.trim(), parseValue(operand));
  return (record) => compare(valueAt(record, path));
}

function memberOf(operand: string): (actual: unknown) => boolean {
  const [, list] = /^\(([^()]+)\)$/.exec(operand) ?? [];
  if (list === undefined) throw refuse(operand);
  const values = list.split(',').map((value) => parseValue(value.trim()));
  return (actual) => values.some((value) => value === actual);
}

function comparison(operator: string, value: Value): (actual: unknown) => boolean {
  const expected = value instanceof Date ? value.getTime() : value;
  const read = (actual: unknown) => (value instanceof Date ? Date.parse(String(actual)) : actual);
  return (stored) => {
    const actual = read(stored);
    if (operator === '=') return actual === expected;
    if (operator === '!=') return actual !== expected;
    if (operator === 'contains') return String(actual).includes(String(expected));
    return typeof actual === typeof expected && ordered(operator, actual as number, expected as number);
  };
}

function ordered(operator: string, actual: number, expected: number): boolean {
  if (operator === '<') return actual < expected;
  if (operator === '<=') return actual <= expected;
  return operator === '>' ? actual > expected : actual >= expected;
}

function parseValue(text: string): Value {
  const quoted = /^"([^"]*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const date = /^\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\]$/.exec(text)?.[1];
  if (date !== undefined) return new Date(date);
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw refuse(text);
}

/** `member/id` reads `record.member.id`; `lastUpdated` stands under `_info`. */
function valueAt(record: unknown, path: string): unknown {
  const keys = path === 'lastUpdated' ? ['_info', 'lastUpdated'] : path.split('/');
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    record,
  );
}

function refuse(part: string): Refusal {
  return new Refusal(400, 'InvalidConditions', `conditions cannot be read at: ${part}`);
}
