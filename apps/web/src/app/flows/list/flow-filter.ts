import type { FlowDto } from '@flowpilot/contracts';

export const STATES = ['all', 'active', 'inactive'] as const;
export type StateChoice = (typeof STATES)[number];

/** Stands for flows without a category. */
export const NO_CATEGORY = 'none';

/** Which flows the list shows. */
export interface FlowFilter {
  /** A part of the name, the category or the description, in any case. */
  readonly search: string;
  /** Id of a category, `none` for flows without one, empty for all. */
  readonly category: string;
  readonly state: StateChoice;
}

/** Reads `?q=…&category=…&state=…`; unknown words are as if not there. */
export function readFilter(params: { get(name: string): string | null }): FlowFilter {
  return {
    search: params.get('q') ?? '',
    category: params.get('category') ?? '',
    state: STATES.find((state) => state === params.get('state')) ?? 'all',
  };
}

/** The query parameters of a filter; null removes one from the address. */
export function filterParams({ search, category, state }: FlowFilter): Record<'q' | 'category' | 'state', string | null> {
  return { q: search === '' ? null : search, category: category === '' ? null : category, state: state === 'all' ? null : state };
}

export function isFiltered({ search, category, state }: FlowFilter): boolean {
  return search.trim() !== '' || category !== '' || state !== 'all';
}

export function filteredFlows(flows: readonly FlowDto[], filter: FlowFilter): FlowDto[] {
  const words = filter.search.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  return flows.filter(
    (flow) =>
      (filter.state === 'all' || flow.is_active === (filter.state === 'active')) &&
      (filter.category === '' || (flow.category_id ?? NO_CATEGORY) === filter.category) &&
      hasAll(flow, words),
  );
}

/** The categories of these flows, by name. */
export function categoriesOf(flows: readonly FlowDto[]): { id: string; name: string }[] {
  const names = new Map(flows.flatMap((flow) => (flow.category_id === null ? [] : [[flow.category_id, flow.category ?? '']])));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

function hasAll(flow: FlowDto, words: readonly string[]): boolean {
  const text = `${flow.name} ${flow.category ?? ''} ${flow.description ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
