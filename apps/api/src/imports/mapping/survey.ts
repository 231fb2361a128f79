import type { CsvRow } from '../reading/csv-file.js';
import { flowKey, type KeyedFlow } from './flow-selection.js';
import type { MappedRow, NamedFlow, RowMapper } from './row-mapper.js';
import { RowRejection } from './row-rejection.js';

/** What a first reading of the whole file tells. */
export interface Survey {
  rows: number;
  /** Of each reference the final state: only that counts, and what a session was called on its way made no session. */
  finalRows: ReadonlyMap<string, FinalState>;
  /** Rows that name no session; they can only be rejected. */
  rowsWithoutReference: number;
  /** The latest time that would be imported, in epoch milliseconds; null when no row can be. */
  newest: number | null;
}

export interface FinalState {
  /** The ordinal of its row: the last one of the reference. */
  row: number;
  /** The flow that the row names; null also when the row is rejected. */
  flow: KeyedFlow | null;
  /** Its beginning and its latest time, in epoch milliseconds; NaN and -Infinity when the row is rejected. */
  created: number;
  newest: number;
}

/** Reads all rows once. Memory grows with the sessions of the file, not with its rows. */
export async function surveyRows(rows: AsyncIterable<CsvRow>, mapper: RowMapper): Promise<Survey> {
  const states = new Map<string, FinalState>();
  const flows = new Map<string, KeyedFlow>();
  let [count, rowsWithoutReference] = [0, 0];
  for await (const { cells } of rows) {
    const reference = mapper.reference(cells);
    if (reference === null) rowsWithoutReference += 1;
    else states.set(reference, finalState(count, mapped(mapper, cells), flows));
    count += 1;
  }
  return { rows: count, finalRows: states, rowsWithoutReference, newest: newestOf(states.values()) };
}

function mapped(mapper: RowMapper, cells: readonly string[]): MappedRow | null {
  try {
    return mapper.map(cells);
  } catch (error) {
    if (error instanceof RowRejection) return null;
    throw error;
  }
}

function finalState(row: number, found: MappedRow | null, flows: Map<string, KeyedFlow>): FinalState {
  if (found === null) return { row, flow: null, created: NaN, newest: -Infinity };
  const { created_at, resolved_at, escalated_at, matched_at } = found.session;
  const newest = Math.max(...[created_at, resolved_at, escalated_at, matched_at].map((time) => time ?? -Infinity));
  return { row, flow: found.flow && known(flows, found.flow), created: created_at, newest };
}

/** One object for all rows that name the flow. */
function known(flows: Map<string, KeyedFlow>, flow: NamedFlow): KeyedFlow {
  const key = flowKey(flow);
  const found = flows.get(key) ?? { key, ...flow };
  flows.set(key, found);
  return found;
}

function newestOf(states: Iterable<FinalState>): number | null {
  let newest = -Infinity;
  for (const state of states) newest = Math.max(newest, state.newest);
  return Number.isFinite(newest) ? newest : null;
}
