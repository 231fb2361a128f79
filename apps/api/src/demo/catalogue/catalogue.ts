import type { TreeType } from '@flowpilot/metrics';

/** How a flow lives, where it differs from one that is used week after week. */
export type FlowLife =
  /** Made yesterday, not matched yet. */
  | 'fresh'
  /** Made long ago and never matched. */
  | 'neverMatched'
  /** Matched until some weeks ago. */
  | 'asleep'
  /** Switched off. */
  | 'retired';

export interface CatalogueFlow {
  name: string;
  treeType: TreeType;
  /** Relative to the other flows of its domain. */
  weight: number;
  /** Share of its closed sessions that are resolved. */
  success: number;
  /** What engineers write about its sessions. */
  summaries: readonly string[];
  life: FlowLife | null;
}

export interface CatalogueDomain {
  name: string;
  /** Sessions in a hundred. */
  weight: number;
  /** Share of the sessions that a flow leads. */
  guided: number;
  /** Share resolved of closed sessions that no flow covers. */
  success: number;
  /** Minutes to an end. */
  median: number;
  flows: readonly CatalogueFlow[];
  /** Of sessions that no flow covers. */
  summaries: readonly string[];
  /** Other ways in which engineers write the domain. */
  spellings: readonly string[];
}

/** One line of a catalogue. */
export function flow(
  name: string,
  weight: number,
  success: number,
  summaries: readonly string[],
  odd: { treeType?: TreeType; life?: FlowLife } = {},
): CatalogueFlow {
  return { name, weight, success, summaries, treeType: odd.treeType ?? 'troubleshooting', life: odd.life ?? null };
}
