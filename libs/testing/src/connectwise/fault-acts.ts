import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Fault, FaultKind } from './faults.js';
import { Refusal } from './refusal.js';
import type { StandInState } from './stand-in-state.js';

const DEFAULT_DELAY_MS = 100;

/** Nothing more is said on this connection. */
export class Silence extends Error {}

type Act = (fault: Fault, state: StandInState, socket: Socket) => unknown;

const refuse = (status: number, code: string, message: string): Act => () => {
  throw new Refusal(status, code, message);
};

const hang: Act = () => {
  throw new Silence();
};

const cut: Act = (_fault, _state, socket) => {
  socket.destroy();
  throw new Silence();
};

const BEFORE: Partial<Record<FaultKind, Act>> = {
  conflict: refuse(409, 'RecordInUse', 'The record is being edited by another user.'),
  server_error_before_storing: refuse(500, 'ServerError', 'The server failed.'),
  hang_before_storing: hang,
  cut_before_storing: cut,
  late_storing: (fault) => sleep(fault.delayMs ?? DEFAULT_DELAY_MS),
  rate_limited: (fault) => {
    const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
    throw new Refusal(429, 'TooManyRequests', 'Too many requests.', [], headers);
  },
  codebase_change: (_fault, state) => {
    state.codebase = state.codebase.replace(/\d+$/, (number) => String(Number(number) + 1));
  },
};

const AFTER: Partial<Record<FaultKind, Act>> = {
  server_error_after_storing: refuse(500, 'ServerError', 'The server failed.'),
  hang_after_storing: hang,
  cut_after_storing: cut,
};

/** What the fault does before the request is handled, or after what it asked for was stored. */
export async function actOn(
  stage: 'before' | 'after',
  fault: Fault | undefined,
  state: StandInState,
  socket: Socket,
): Promise<void> {
  if (fault) await (stage === 'before' ? BEFORE : AFTER)[fault.kind]?.(fault, state, socket);
}
