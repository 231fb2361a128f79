import type { SessionFilterDto } from '@flowpilot/contracts';

import { Problem } from '../../http/problem.js';

const WINDOW_PARAMETERS = ['period', 'from', 'to', 'previous', 'entry_in_window'] as const;

/** Without a flow, a whole life is all that the account ever recorded: too much to list. */
export function refuseLifetimeWithoutFlow({ lifetime, flow_id: flowId }: SessionFilterDto): void {
  if (lifetime && flowId === undefined) throw Problem.invalid('lifetime', 'lifetime can only stand beside flow_id');
}

/** A whole life is no window. */
export function refuseLifetimeBesideWindow(filter: SessionFilterDto): void {
  if (!filter.lifetime) return;
  const beside = WINDOW_PARAMETERS.find((parameter) => filter[parameter] !== undefined);
  if (beside !== undefined) throw Problem.invalid('lifetime', `lifetime cannot stand beside ${beside}`);
}
