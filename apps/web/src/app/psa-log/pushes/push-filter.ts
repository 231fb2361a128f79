import { PUSH_STATES, type PushKind, type PushState } from '@flowpilot/metrics';

import { type ChosenWindow, readWindow, windowQuery } from '../../ui/window/chosen-window.js';
import type { ListChip } from '../list-chips.js';
import { windowChip } from '../window-chip.js';

/** Which pushes are listed, spelled as the parameters of `GET /psa/pushes`. */
export interface PushFilter {
  readonly window: ChosenWindow;
  readonly states: readonly PushState[];
}

export const STATE_WORDS: Readonly<Record<PushState, string>> = {
  pending: 'Pending',
  sent: 'Sent',
  failed: 'Failed',
  unknown: 'Unknown',
  dismissed: 'Dismissed',
};

export const KIND_WORDS: Readonly<Record<PushKind, string>> = { note: 'Note', time_entry: 'Time entry', status: 'Status' };

export function readPushFilter(params: { get(name: string): string | null; getAll(name: string): readonly string[] }): PushFilter {
  const asked = params.getAll('status');
  return { window: readWindow(params), states: PUSH_STATES.filter((state) => asked.includes(state)) };
}

/** As the API takes it. */
export function pushQuery({ window, states }: PushFilter): string {
  const query = new URLSearchParams(windowQuery(window));
  for (const state of states) query.append('status', state);
  return query.toString();
}

export function pushChips({ window, states }: PushFilter): ListChip[] {
  if (states.length === 0) return [windowChip(window)];
  const value = states.map((state) => STATE_WORDS[state]).join(' or ');
  return [windowChip(window), { label: 'Status', value, without: { status: null } }];
}
