import type { ImportTarget } from '@flowpilot/metrics';

/** Names that columns of service desks bear, lower-case, words apart by one blank. Earlier names are surer. */
const NAMES: Readonly<Partial<Record<ImportTarget, readonly string[]>>> = {
  external_ref: [
    'external ref', 'external reference', 'reference', 'ref', 'number', 'incident id', 'incident number', 'incident',
    'ticket id', 'ticket number', 'ticket no', 'ticket', 'case number', 'case id', 'issue key', 'id', 'key', 'sys id',
  ],
  created_at: [
    'created at', 'created', 'opened at', 'opened', 'date opened', 'date created', 'created on', 'created date', 'open date',
    'created time', 'date entered', 'reported', 'reported at', 'start', 'started at', 'started',
  ],
  status: ['status', 'state', 'outcome', 'ticket status', 'incident state'],
  problem_domain: [
    'problem domain', 'domain', 'category', 'service', 'issue type', 'topic', 'area', 'type', 'ticket type', 'board',
  ],
  confidence_tier: ['confidence tier', 'tier', 'guidance', 'playbook used', 'guided', 'knowledge'],
  flow: ['flow', 'matched flow', 'playbook', 'runbook', 'guide', 'procedure', 'subcategory', 'sub category', 'sub type'],
  match_confidence: ['match confidence', 'confidence'],
  matched_at: ['matched at'],
  escalated_at: ['escalated at', 'date escalated', 'escalated on'],
  psa_ticket_id: ['psa ticket id', 'psa ticket', 'connectwise ticket'],
  client: ['client', 'company', 'customer', 'organisation', 'organization', 'account', 'company name', 'client name'],
  summary: ['summary', 'short description', 'title', 'subject', 'description'],
};

/** In the order in which the first that holds a value is taken. */
const ENDS = [
  'resolved at', 'resolved', 'date resolved', 'resolution date', 'resolved on', 'ended at', 'ended', 'end', 'closed at',
  'closed', 'date closed', 'closed on', 'close date', 'completed', 'completed at',
];

/** Which columns of a heading are likely to become what. */
export function suggestedColumns(heading: readonly string[]): Record<string, string | string[]> {
  const columns: Record<string, string | string[]> = {};
  const free = new Map(heading.filter(isUnique).map((column) => [words(column), column]));
  for (const [target, names] of Object.entries(NAMES)) {
    const name = names.find((known) => free.has(known));
    const column = name === undefined ? undefined : free.get(name);
    if (name === undefined || column === undefined) continue;
    columns[target] = column;
    free.delete(name);
  }
  const ends = ENDS.flatMap((name) => free.get(name) ?? []);
  if (ends.length > 0) columns.ended_at = ends;
  const reference = columns.external_ref;
  if (columns.psa_ticket_id === undefined && reference !== undefined) columns.psa_ticket_id = reference;
  return columns;
}

/** `createdAt`, `created_at` and `Created At` are the same. */
function words(column: string): string {
  return column
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function isUnique(column: string, _: number, heading: readonly string[]): boolean {
  return column !== '' && heading.indexOf(column) === heading.lastIndexOf(column);
}
