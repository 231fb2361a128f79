import type { SessionFilterDto } from '@flowpilot/contracts';

import { Problem } from '../../http/problem.js';

const WINDOW_PARAMETERS = ['period', 'from', 'to', 'previous', 'entry_in_window'] as const;

/** A flow's whole life is no window, and without a flow it would be all that an account ever recorded. */
export function refuseMisplacedLifetime(filter: SessionFilterDto): void {
  if (!filter.lifetime) return;
  if (filter.flow_id === undefined) throw Problem.invalid('lifetime', 'lifetime can only stand beside flow_id');
  const beside = WINDOW_PARAMETERS.find((parameter) => filter[parameter] !== undefined);
  if (beside !== undefined) throw Problem.invalid('lifetime', `lifetime cannot stand beside ${beside}`);
}
