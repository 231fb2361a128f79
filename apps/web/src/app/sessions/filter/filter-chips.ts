import { DEFAULT_PERIOD } from '@flowpilot/metrics';

import { windowWords } from '../../ui/window/window-words.js';
import { LOSS_WORDS, STATUS_WORDS, STEP_WORDS, TIER_WORDS } from '../session-words.js';
import { type FilterName, type SessionFilter, withValue } from './session-filter.js';

/** One condition of the list, in words. */
export interface FilterChip {
  readonly label: string;
  readonly value: string;
  /** The filter without it; undefined where it cannot go. */
  readonly without: SessionFilter | undefined;
}

/** Finds the name of a flow or a person; undefined while it is not known. */
export interface Names {
  flowName(id: string): string | undefined;
  userName(id: string): string | undefined;
}

const LABELS: Readonly<Record<FilterName, string>> = {
  previous: 'Compared days',
  lifetime: 'Days',
  domain: 'Domain',
  unmapped: 'Domain',
  flow_id: 'Flow',
  matched: 'Flow',
  has_confidence: 'Confidence',
  status: 'Status',
  confidence_tier: 'Tier',
  user_id: 'Engineer',
  client: 'Client',
  step: 'Reached',
  lost_after: 'Lost',
  skipped_a_step: 'Time entry',
  entry_in_window: 'Time entry',
  unlogged: 'Time entry',
};

const FLAG_WORDS: Readonly<Partial<Record<FilterName, string>>> = {
  previous: 'The days before these',
  lifetime: 'The flow’s whole life',
  unmapped: 'None',
  matched: 'Any',
  has_confidence: 'Known',
  skipped_a_step: 'Without a note or a ticket',
  entry_in_window: 'Posted in these days',
  unlogged: 'Missing for a while',
};

/** The conditions in words: the days first, then in the order of the filter. */
export function filterChips(filter: SessionFilter, names: Names): FilterChip[] {
  const chips = Object.keys(filter.values).map((key) => {
    const name = key as FilterName;
    const without = withValue(filter, name, []);
    return { label: LABELS[name], value: valueWords(name, filter.values[name] ?? [], names), without };
  });
  return filter.values.lifetime === undefined ? [windowChip(filter), ...chips] : chips;
}

function windowChip(filter: SessionFilter): FilterChip {
  const isDefault = 'period' in filter.window && filter.window.period === DEFAULT_PERIOD;
  const without = isDefault ? undefined : { ...filter, window: { period: DEFAULT_PERIOD } };
  return { label: 'Created', value: windowWords(filter.window), without };
}

function valueWords(name: FilterName, values: readonly string[], names: Names): string {
  return FLAG_WORDS[name] ?? values.map((value) => word(name, value, names)).join(' or ');
}

function word(name: FilterName, value: string, names: Names): string {
  if (name === 'flow_id') return names.flowName(value) ?? 'One flow';
  if (name === 'user_id') return names.userName(value) ?? 'One person';
  return CHOICE_WORDS[name]?.[value] ?? value;
}

/** The words of the parameters that have a choice. */
export const CHOICE_WORDS: Readonly<Partial<Record<FilterName, Readonly<Record<string, string>>>>> = {
  status: Object.fromEntries(Object.entries(STATUS_WORDS).map(([status, { label }]) => [status, label])),
  confidence_tier: TIER_WORDS,
  step: STEP_WORDS,
  lost_after: LOSS_WORDS,
};
