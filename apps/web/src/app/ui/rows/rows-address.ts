import type { FigureRows } from '@flowpilot/metrics';

/** The page that lists the rows behind a figure. */
export interface RowsAddress {
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

const PATHS: Readonly<Record<FigureRows['list'], string>> = {
  sessions: '/sessions',
  'psa-activities': '/psa/activities',
  'psa-pushes': '/psa/pushes',
  flows: '/flows',
};

/** Lists take the parameters of their routes, but for the flows, whose page has words of its own. */
export function rowsAddress({ list, query }: FigureRows): RowsAddress {
  return { path: PATHS[list], query: list === 'flows' ? flowListQuery(query) : query };
}

function flowListQuery({ category_id: category, uncategorised }: FigureRows['query']): RowsAddress['query'] {
  if (uncategorised !== undefined) return { state: 'active', category: 'none' };
  return category === undefined ? { state: 'active' } : { state: 'active', category };
}
