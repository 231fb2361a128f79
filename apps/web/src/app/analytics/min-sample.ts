import { computed, inject, type Signal } from '@angular/core';
import { DEFAULT_MIN_SAMPLE } from '@flowpilot/metrics';

import { Session } from '../core/session/session.js';

/** The account's: closed sessions that a rate needs to be sure. Call it where `inject` may be. */
export function accountMinSample(): Signal<number> {
  const { user } = inject(Session);
  return computed(() => user()?.account?.min_sample ?? DEFAULT_MIN_SAMPLE);
}
