import type { BenchSession, Dataset } from './dataset.js';
import { domainKeys, idOf } from './dataset.js';

/** A table as `COPY` takes it. */
export interface CopiedTable {
  name: string;
  columns: readonly string[];
  lines: () => Iterable<string>;
}

type Value = string | number | boolean | Date | null;

/** The tables in the order of their references. */
export function tables(dataset: Dataset): CopiedTable[] {
  return [
    table('accounts', ['id', 'name', 'time_zone'], function* () {
      for (const { id, name, timeZone } of dataset.accounts) yield [id, name, timeZone];
    }),
    table('categories', ['account_id', 'id', 'name', 'key', 'created_at', 'updated_at'], function* () {
      for (const { id, categoryIds } of dataset.accounts) {
        for (const [n, category] of categoryIds.entries()) yield [id, category, `Domain ${n}`, `domain ${n}`, began(dataset), began(dataset)];
      }
    }),
    table('domains', ['account_id', 'key', 'name', 'created_at'], function* () {
      for (const { id } of dataset.accounts) for (const [n, key] of domainKeys.entries()) yield [id, key, `Domain ${n}`, began(dataset)];
    }),
    table('flows', ['account_id', 'id', 'category_id', 'name', 'tree_type', 'created_at', 'updated_at'], function* () {
      for (const { id, categoryIds, flowIds } of dataset.accounts) {
        for (const [n, flow] of flowIds.entries()) {
          yield [id, flow, categoryIds[n % categoryIds.length] ?? null, `Flow ${n}`, 'troubleshooting', began(dataset), began(dataset)];
        }
      }
    }),
    table('sessions', SESSION_COLUMNS, () => sessionRows(dataset)),
    table('psa_activity_logs', ['account_id', 'id', 'session_id', 'activity_type', 'hours_logged', 'psa_ticket_id', 'created_at'], () =>
      activityRows(dataset),
    ),
  ];
}

function table(name: string, columns: readonly string[], rows: () => Iterable<Value[]>): CopiedTable {
  return { name, columns, lines: () => copyLines(rows()) };
}

const began = (dataset: Dataset) => new Date(dataset.now.getTime() - 400 * 86_400_000);

const SESSION_COLUMNS = [
  'account_id', 'id', 'summary', 'client', 'problem_domain', 'domain_key', 'confidence_tier', 'status', 'psa_ticket_id',
  'matched_flow_id', 'matched_flow_version', 'match_confidence', 'matched_at', 'resolved_at', 'escalated_at',
  'has_note', 'has_time_entry', 'created_at', 'updated_at',
];

function* sessionRows(dataset: Dataset): Iterable<Value[]> {
  for (let n = 0; n < dataset.sessions; n += 1) yield sessionRow(dataset.session(n), n);
}

function sessionRow(session: BenchSession, n: number): Value[] {
  const { account, id, createdAt, domain, flowId } = session;
  return [
    account.id, id, `The user reports trouble number ${n} since this morning`, `Client ${n % 200}`,
    domain === null ? null : `Domain ${domain}`, domain === null ? null : (domainKeys[domain] ?? null),
    session.tier, session.status, session.ticket,
    flowId, flowId && 1, session.confidence, flowId && createdAt, session.resolvedAt, session.escalatedAt,
    session.hasNote, session.hasEntry, createdAt, createdAt,
  ];
}

function* activityRows(dataset: Dataset): Iterable<Value[]> {
  for (let n = 0; n < dataset.sessions; n += 1) {
    const { account, id, createdAt, hasNote, hasEntry, ticket } = dataset.session(n);
    if (!hasNote && !hasEntry) continue;
    const at = Math.min(createdAt.getTime() + 2_400_000, dataset.now.getTime());
    yield [
      account.id, idOf(at, n, 20), id, hasEntry ? 'time_entry_posted' : 'note_posted', hasEntry ? (n % 200) / 100 : null, ticket, new Date(at),
    ];
  }
}

/** The text format, in pieces of some 64 KiB. No value of the dataset holds a character that must be escaped. */
function* copyLines(rows: Iterable<Value[]>): Iterable<string> {
  let piece = '';
  for (const row of rows) {
    let line = '';
    for (const value of row) line += `${line === '' ? '' : '\t'}${copyText(value)}`;
    piece += `${line}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function copyText(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString() : String(value);
}
