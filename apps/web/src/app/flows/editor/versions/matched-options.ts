import type { StepOption } from '@flowpilot/metrics';

/**
 * Which answer of the later question is which of the earlier one, by index: those of the same label, then those
 * left over in their order.
 */
export function matchedOptions(before: readonly StepOption[], after: readonly StepOption[]): Map<number, number> {
  const matches = new Map<number, number>();
  const left = new Set(before.keys());
  const match = (later: number, earlier: number | undefined) => {
    if (earlier === undefined) return;
    matches.set(later, earlier);
    left.delete(earlier);
  };
  after.forEach(({ label }, later) => match(later, [...left].find((earlier) => before[earlier]?.label === label)));
  after.forEach((_, later) => {
    if (!matches.has(later)) match(later, left.values().next().value);
  });
  return matches;
}
