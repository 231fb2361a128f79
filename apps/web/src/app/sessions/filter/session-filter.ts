import { CONFIDENCE_TIERS, DEFAULT_PERIOD, FUNNEL_STEPS, LOSING_STEPS, SESSION_STATUSES } from '@flowpilot/metrics';

import { type ChosenWindow, readWindow, windowParams } from '../../ui/window/chosen-window.js';

/** What each parameter may say; undefined admits any text. They are spelled as those of `GET /sessions`. */
const ADMITTED = {
  previous: ['true'],
  lifetime: ['true'],
  domain: undefined,
  unmapped: ['true'],
  flow_id: undefined,
  matched: ['true'],
  has_confidence: ['true'],
  status: SESSION_STATUSES,
  confidence_tier: [...CONFIDENCE_TIERS, 'none'],
  user_id: undefined,
  client: undefined,
  step: FUNNEL_STEPS,
  lost_after: LOSING_STEPS,
  skipped_a_step: ['true'],
  entry_in_window: ['true'],
  unlogged: ['true'],
} as const satisfies Record<string, readonly string[] | undefined>;

export type FilterName = keyof typeof ADMITTED;
export const FILTER_NAMES = Object.keys(ADMITTED) as FilterName[];
/** These may be given several times. */
const SEVERAL: readonly FilterName[] = ['status', 'confidence_tier'];

/** Which sessions are listed. */
export interface SessionFilter {
  readonly window: ChosenWindow;
  readonly values: Readonly<Partial<Record<FilterName, readonly string[]>>>;
}

interface Params {
  get(name: string): string | null;
  getAll(name: string): readonly string[];
}

/** Reads the address; what the server would not understand is as if not there. */
export function readSessionFilter(params: Params): SessionFilter {
  const values: Partial<Record<FilterName, readonly string[]>> = {};
  for (const name of FILTER_NAMES) {
    const admitted: readonly string[] | undefined = ADMITTED[name];
    const given = params.getAll(name).filter((value) => (admitted === undefined ? value.trim() !== '' : admitted.includes(value)));
    const kept = SEVERAL.includes(name) ? [...new Set(given)] : given.slice(0, 1);
    if (kept.length > 0) values[name] = kept;
  }
  return { window: readWindow(params), values };
}

/** The same filter with a parameter set, or, without values, taken out; a whole life goes with its flow. */
export function withValue(filter: SessionFilter, name: FilterName, values: readonly string[]): SessionFilter {
  if (values.length > 0) return { ...filter, values: { ...filter.values, [name]: values } };
  const gone: readonly string[] = name === 'flow_id' ? ['flow_id', 'lifetime'] : [name];
  return { ...filter, values: Object.fromEntries(Object.entries(filter.values).filter(([key]) => !gone.includes(key))) };
}

/** Its query parameters, complete: null takes one out of the address. */
export function sessionFilterParams({ window, values }: SessionFilter): Record<string, string | readonly string[] | null> {
  const given = Object.fromEntries(FILTER_NAMES.map((name) => [name, values[name] ?? null]));
  const isWholeLife = values.lifetime !== undefined && values.flow_id !== undefined;
  return { ...given, ...(isWholeLife ? { period: null, from: null, to: null } : windowParams(window)) };
}

/** As the API takes it: `domain=VPN&status=resolved&period=30d` */
export function sessionQuery(filter: SessionFilter): string {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(sessionFilterParams(filter))) {
    for (const value of typeof given === 'string' ? [given] : (given ?? [])) query.append(name, value);
  }
  return query.toString();
}

/** Only the default window is no filter. */
export function isFiltered({ window, values }: SessionFilter): boolean {
  return Object.keys(values).length > 0 || !('period' in window) || window.period !== DEFAULT_PERIOD;
}
