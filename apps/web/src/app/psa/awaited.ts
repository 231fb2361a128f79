import type { PsaPushDto } from '@flowpilot/contracts';

import { isMoving } from './push-words.js';

/** The pushes that the server still works on, and how far it is; undefined when there are none. */
export function awaited(pushes: readonly PsaPushDto[]): string | undefined {
  const moving = pushes.filter(isMoving);
  return moving.length === 0 ? undefined : moving.map(({ id, state, attempts }) => `${id} ${state} ${attempts.toString()}`).join();
}
