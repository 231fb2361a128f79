import type { CsvRow } from '../reading/csv-file.js';
import { type FlowTally, flowKey } from './flow-selection.js';
import type { MappedRow, NamedFlow, RowMapper } from './row-mapper.js';
import { RowRejection } from './row-rejection.js';

/** What a first reading of the whole file tells. */
export interface Survey {
  rows: number;
  /** Of each reference the final state, with the ordinal of its row: the last one. */
  finalRows: ReadonlyMap<string, { row: number }>;
  /** Rows that name no session; they can only be rejected. */
  rowsWithoutReference: number;
  flows: readonly FlowTally[];
  /** The latest time that would be imported, in epoch milliseconds; null when no row can be. */
  newest: number | null;
}

interface FinalState {
  row: number;
  flow: FlowTally | null;
  created: number;
  newest: number;
}

/** Reads all rows once. Memory grows with the sessions of the file, not with its rows. */
export async function surveyRows(rows: AsyncIterable<CsvRow>, mapper: RowMapper): Promise<Survey> {
  const states = new Map<string, FinalState>();
  const flows = new Map<string, FlowTally>();
  let [count, rowsWithoutReference] = [0, 0];
  for await (const { cells } of rows) {
    const reference = mapper.reference(cells);
    if (reference === null) rowsWithoutReference += 1;
    else states.set(reference, finalState(count, mapped(mapper, cells), flows));
    count += 1;
  }
  return {
    rows: count,
    finalRows: states,
    rowsWithoutReference,
    ...tally(states.values(), flows),
  };
}

function mapped(mapper: RowMapper, cells: readonly string[]): MappedRow | null {
  try {
    return mapper.map(cells);
  } catch (error) {
    if (error instanceof RowRejection) return null;
    throw error;
  }
}

function finalState(row: number, found: MappedRow | null, flows: Map<string, FlowTally>): FinalState {
  if (found === null) return { row, flow: null, created: NaN, newest: -Infinity };
  const { created_at, resolved_at, escalated_at, matched_at } = found.session;
  const newest = Math.max(...[created_at, resolved_at, escalated_at, matched_at].map((time) => time ?? -Infinity));
  return { row, flow: found.flow && known(flows, found.flow), created: created_at, newest };
}

function known(flows: Map<string, FlowTally>, { name, category }: NamedFlow): FlowTally {
  const key = flowKey({ name, category });
  const flow = flows.get(key) ?? { key, name, category, sessions: 0, earliest: Infinity };
  flows.set(key, flow);
  return flow;
}

/** Only final states count: what a session was called along its way made no session. */
function tally(states: Iterable<FinalState>, flows: Map<string, FlowTally>): Pick<Survey, 'flows' | 'newest'> {
  let newest = -Infinity;
  for (const state of states) {
    newest = Math.max(newest, state.newest);
    if (!state.flow) continue;
    state.flow.sessions += 1;
    state.flow.earliest = Math.min(state.flow.earliest, state.created);
  }
  return { flows: [...flows.values()].filter(({ sessions }) => sessions > 0), newest: Number.isFinite(newest) ? newest : null };
}
