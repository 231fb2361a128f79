import { PUSH_KINDS, type PushKind, PUSH_STATES, type PushState } from '@flowpilot/metrics';

import { type ChosenWindow, readWindow, windowQuery } from '../../ui/window/chosen-window.js';
import { STATE_WORDS } from '../push-words.js';

interface Params {
  has(name: string): boolean;
  get(name: string): string | null;
  getAll(name: string): readonly string[];
}

/** Which pushes are listed, spelled as the parameters of `GET /psa/pushes`. */
export interface PushFilter {
  /** Undefined: of all time. */
  readonly window: ChosenWindow | undefined;
  /** Empty: in every state. */
  readonly states: readonly PushState[];
  readonly kind: PushKind | undefined;
  readonly sessionId: string | undefined;
}

export function readPushFilter(params: Params): PushFilter {
  const asked = params.getAll('status');
  return {
    window: ['period', 'from', 'to'].some((name) => params.has(name)) ? readWindow(params) : undefined,
    states: PUSH_STATES.filter((state) => asked.includes(state)),
    kind: PUSH_KINDS.find((kind) => kind === params.get('kind')),
    sessionId: params.get('session_id') ?? undefined,
  };
}

/** As the API takes it. */
export function pushQuery({ window, states, kind, sessionId }: PushFilter): string {
  const query = new URLSearchParams(window === undefined ? '' : windowQuery(window));
  for (const state of states) query.append('status', state);
  if (kind !== undefined) query.set('kind', kind);
  if (sessionId !== undefined) query.set('session_id', sessionId);
  return query.toString();
}

/** A state to list, or not to: what the address says of states once it is pressed. */
export interface StateChip {
  readonly state: PushState;
  readonly label: string;
  readonly chosen: boolean;
  readonly then: readonly PushState[] | null;
}

/** Those that need a person come first. */
const CHIP_ORDER: readonly PushState[] = ['failed', 'unknown', 'pending', 'sent', 'dismissed'];

export function stateChips(states: readonly PushState[]): StateChip[] {
  return CHIP_ORDER.map((state) => {
    const chosen = states.includes(state);
    const then = chosen ? states.filter((other) => other !== state) : [...states, state];
    return { state, label: STATE_WORDS[state].label, chosen, then: then.length === 0 ? null : then };
  });
}
