import { CONFIDENCE_TIERS, type ConfidenceTier } from '@flowpilot/metrics';

import type { ImportMapping } from './import-mapping.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { RowReader } from './row-reader.js';
import type { TimeReader } from './time-reader.js';
import { TypedRow } from './typed-row.js';

/** A session as the bulk route takes it, before its flow is known by id. Times in epoch milliseconds. */
export interface MappedSession extends Outcome {
  external_ref: string;
  created_at: number;
  matched_at: number | null;
  problem_domain: string | null;
  confidence_tier: ConfidenceTier | null;
  match_confidence: number | null;
  psa_ticket_id: string | null;
  client: string | null;
  summary: string | null;
}

export interface NamedFlow {
  name: string;
  /** The row's problem domain. */
  category: string | null;
}

export interface MappedRow {
  session: MappedSession;
  /** The flow that the row names. */
  flow: NamedFlow | null;
  /** Whether the session is matched to that flow, if the flow is made. */
  isMatched: boolean;
}

/** Turns rows into sessions by the rules of one mapping. Pure: the same row always gives the same session. */
export class RowMapper {
  private readonly reader: RowReader;

  /** @throws HeadingError when the heading does not fit the mapping. */
  constructor(
    private readonly mapping: ImportMapping,
    heading: readonly string[],
    private readonly times: TimeReader,
  ) {
    this.reader = new RowReader(mapping, heading);
  }

  /** What tells this row's session apart from all others; null when the cell is empty. */
  reference(cells: readonly string[]): string | null {
    return this.reader.value(cells, 'external_ref');
  }

  /** @throws RowRejection */
  map(cells: readonly string[]): MappedRow {
    this.reader.checkWidth(cells);
    const row = new TypedRow(this.mapping, this.reader, this.times, cells);
    const session = sessionOf(row);
    const name = row.text('flow');
    return {
      session,
      flow: name === null ? null : { name, category: session.problem_domain },
      isMatched: name !== null && this.reader.meets(cells, this.mapping.flows.matchedWhen),
    };
  }
}

function sessionOf(row: TypedRow): MappedSession {
  const created = row.time('created_at') ?? row.lacks('', 'created_at');
  return {
    external_ref: row.required('external_ref'),
    created_at: created,
    ...outcomeOf(row, created),
    matched_at: row.time('matched_at', created),
    problem_domain: row.text('problem_domain'),
    confidence_tier: row.word('confidence_tier', CONFIDENCE_TIERS),
    match_confidence: row.share('match_confidence'),
    psa_ticket_id: row.text('psa_ticket_id'),
    client: row.text('client'),
    summary: row.text('summary'),
  };
}
