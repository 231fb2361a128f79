import { PSA_ACTIVITY_TYPES, type PsaActivityType } from '@flowpilot/metrics';

import { type ChosenWindow, readWindow, windowQuery } from '../../ui/window/chosen-window.js';
import type { ListChip } from '../list-chips.js';
import { windowChip } from '../window-chip.js';

/** Which activities are listed, spelled as the parameters of `GET /psa/activities`. */
export interface ActivityFilter {
  readonly window: ChosenWindow;
  readonly previous: boolean;
  readonly type: PsaActivityType | undefined;
  readonly unattributed: boolean;
}

export const TYPE_WORDS: Readonly<Record<PsaActivityType, string>> = {
  note_posted: 'Note',
  time_entry_posted: 'Time entry',
  status_updated: 'Status',
};

export function readActivityFilter(params: { get(name: string): string | null }): ActivityFilter {
  return {
    window: readWindow(params),
    previous: params.get('previous') === 'true',
    type: PSA_ACTIVITY_TYPES.find((type) => type === params.get('activity_type')),
    unattributed: params.get('unattributed') === 'true',
  };
}

/** As the API takes it. */
export function activityQuery({ window, previous, type, unattributed }: ActivityFilter): string {
  const query = new URLSearchParams(windowQuery(window));
  if (previous) query.set('previous', 'true');
  if (type !== undefined) query.set('activity_type', type);
  if (unattributed) query.set('unattributed', 'true');
  return query.toString();
}

export function activityChips({ window, previous, type, unattributed }: ActivityFilter): ListChip[] {
  return [
    windowChip(window),
    ...(previous ? [{ label: 'Compared days', value: 'The days before these', without: { previous: null } }] : []),
    ...(type === undefined ? [] : [{ label: 'Kind', value: TYPE_WORDS[type], without: { activity_type: null } }]),
    ...(unattributed ? [{ label: 'Session', value: 'None', without: { unattributed: null } }] : []),
  ];
}
