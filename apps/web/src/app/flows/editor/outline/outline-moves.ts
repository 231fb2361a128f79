import type { OutlineLine } from './outline-lines.js';

/** Keys that move the selection, as KeyboardEvent spells them. */
export const MOVE_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;
export type MoveKey = (typeof MOVE_KEYS)[number];

export function isMoveKey(key: string): key is MoveKey {
  return (MOVE_KEYS as readonly string[]).includes(key);
}

/** The index of the line that the key leads to from another: up and down the list, left to the step before. */
export function lineAfterMove(lines: readonly OutlineLine[], from: number, key: MoveKey): number {
  const last = lines.length - 1;
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowLeft':
      return lines[from]?.parent ?? from;
    case 'ArrowRight':
      return lines[from + 1]?.parent === from ? from + 1 : from;
    case 'Home':
      return 0;
    case 'End':
      return last;
  }
}

/** The line to select once the one of this key is gone: what stood before it, else what stood behind it. */
export function lineInstead(before: readonly OutlineLine[], after: readonly OutlineLine[], key: string | null): string | null {
  const index = before.findIndex((line) => line.key === key);
  const kept = new Set(after.map((line) => line.key));
  const followers = before.slice(index + 1).find((line) => kept.has(line.key));
  const earlier = before.slice(0, Math.max(index, 0)).findLast((line) => kept.has(line.key));
  return (earlier ?? followers ?? after[0])?.key ?? null;
}
