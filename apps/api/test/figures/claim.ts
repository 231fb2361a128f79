import { expect } from '@jest/globals';

import type { Figure } from '@flowpilot/metrics';

import { valueOf } from './figure-value.js';
import type { ListedRows } from './listed-rows.js';

/** A figure as a tab shows it, and where its rows are said to be. */
export interface Claim {
  figure: string;
  shown: number | null;
  claimed: Figure;
}

/** Figures made of other figures, dates, or rows of their own table: they have no rows in a list. */
const WITHOUT_ROWS: ReadonlySet<string> = new Set([
  'quality_score',
  'recency_score',
  'days_since_last_match',
  'unlogged_hours_estimate',
  'total_domains',
]);

/** A claim for each figure of a part of a tab; none for a figure that has nothing to show. */
export function claimsOf<Name extends string>(
  answer: Readonly<Partial<Record<NoInfer<Name>, number | null>>>,
  figures: Readonly<Record<Name, Figure | null>>,
): Claim[] {
  const names = Object.keys(figures) as Name[];
  return names.flatMap((figure) => {
    const [claimed, shown] = [figures[figure], answer[figure]];
    return claimed === null || shown === undefined ? [] : [{ figure, shown, claimed }];
  });
}

/** The numbers of a part of a tab whose rows none of the `figures` says. */
export function numbersWithoutRows(answer: object, ...figures: readonly object[]): string[] {
  const known = new Set(figures.flatMap((each) => Object.keys(each)));
  const numbers = Object.entries(answer).filter(([, value]) => typeof value === 'number');
  return numbers.map(([name]) => name).filter((name) => !known.has(name) && !WITHOUT_ROWS.has(name));
}

export async function expectRowsOf({ figure, shown, claimed }: Claim, lists: ListedRows): Promise<void> {
  const rows = await lists.of(claimed.rows);
  const of = claimed.of === null ? [] : await lists.of(claimed.of);
  expect([figure, claimed, valueOf(figure)(rows, of)]).toEqual([figure, claimed, shown]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
}
