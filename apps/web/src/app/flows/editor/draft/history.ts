/** How many changes can be undone. */
export const UNDO_LIMIT = 100;

/** What was, what is, and what was undone. `run` names the run of small changes that is still going on. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  readonly run: string | null;
}

export function historyOf<State>(present: State): History<State> {
  return { past: [], present, future: [], run: null };
}

/**
 * The history with a new present. Changes of the same `run` (the letters typed into one field) are undone
 * together. A change that changes nothing is not remembered.
 */
export function changed<State>(history: History<State>, present: State, run: string | null = null): History<State> {
  if (present === history.present) return history;
  const continues = run !== null && run === history.run;
  const past = continues ? history.past : [...history.past, history.present].slice(-UNDO_LIMIT);
  return { past, present, future: [], run };
}

export function undone<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], run: null };
}

export function redone<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, run: null };
}
