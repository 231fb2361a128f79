import type { AccountRow, ActivityRow, CategoryRow, FlowRow, PushRow, SessionRow } from '@flowpilot/testing';

/** A problem domain as the one who made the history up knows it: whatever its spellings, they are one. */
export type Concept = number;

/** Everything that happened in an account, as stored; `concept` says which domain a spelling means. */
export interface AccountHistory {
  account: AccountRow;
  categories: { row: CategoryRow; concept: Concept }[];
  flows: FlowRow[];
  /** In the order of recording. */
  sessions: { row: SessionRow; concept: Concept | null }[];
  activities: ActivityRow[];
  pushes: PushRow[];
}
