import type { SessionStatus } from '@flowpilot/metrics';

import { Problem } from '../../http/problem.js';

const NEXT: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  active: ['resolved', 'escalated', 'abandoned'],
  escalated: ['resolved', 'active'],
  resolved: ['active'],
  abandoned: ['active'],
};

/** Whether a session in one state can go to another one. */
export function canGo(from: SessionStatus, to: SessionStatus): boolean {
  return NEXT[from].includes(to);
}

/** @throws Problem `invalid_transition` */
export function refuseImpossible(from: SessionStatus, to: SessionStatus): void {
  if (canGo(from, to)) return;
  const change = to === 'active' ? 'be reopened' : `become ${to}`;
  throw new Problem('invalid_transition', `A session that is ${from} cannot ${change}.`);
}
