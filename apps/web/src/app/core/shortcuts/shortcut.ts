/** The headings of the list of shortcuts, in its order. */
export const SHORTCUT_GROUPS = ['Anywhere', 'Go to', 'In tables and charts'] as const;

/** Keys and what they do, as the list of shortcuts says it. */
export interface KeyHint {
  /** As `KeyboardEvent.key` names them: `['g', 'o']` is g, then o. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: (typeof SHORTCUT_GROUPS)[number];
}

export interface Shortcut extends KeyHint {
  readonly run: () => void;
}

/** What a key means after those pressed just before: a shortcut, or the beginning of one. */
export function afterKey<Hint extends KeyHint>(
  pressed: readonly string[],
  key: string,
  hints: readonly Hint[],
): { found: Hint | undefined; pending: readonly string[] } {
  // A key that goes on with nothing may itself begin something.
  for (const sequence of [[...pressed, key], [key]]) {
    const matching = hints.filter(({ keys }) => sequence.every((part, index) => keys[index] === part));
    const found = matching.find(({ keys }) => keys.length === sequence.length);
    if (found || matching.length > 0) return { found, pending: found ? [] : sequence };
  }
  return { found: undefined, pending: [] };
}
