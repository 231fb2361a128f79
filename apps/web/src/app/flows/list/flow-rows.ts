import type { FlowDto } from '@flowpilot/contracts';

import { count, counted, daysAgo, MISSING, percentNumber } from '../../ui/format.js';
import { TYPE_NAMES } from '../type-names.js';
import { localDaysSince } from './local-days-since.js';

/** One flow as the list shows it. */
export interface FlowRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly type: string;
  readonly active: boolean;
  readonly sessions: string;
  readonly success: string;
  /** "46 of 49 sessions", empty without any. */
  readonly successDetail: string;
  readonly lastMatch: string;
  readonly changed: string;
}

/** `timeZone` is the account's; days end in it. */
export function flowRow(flow: FlowDto, timeZone: string, now: Date): FlowRow {
  const days = (instant: string) => localDaysSince(instant, now, timeZone);
  return {
    id: flow.id,
    name: flow.name,
    description: flow.description ?? '',
    category: flow.category ?? MISSING,
    type: TYPE_NAMES[flow.tree_type],
    active: flow.is_active,
    sessions: count(flow.usage_count),
    success: percentNumber(flow.success_rate),
    successDetail: flow.usage_count === 0 ? '' : `${count(flow.resolved_count)} of ${counted(flow.usage_count, 'session')}`,
    lastMatch: daysAgo(flow.last_matched_at === null ? null : days(flow.last_matched_at)),
    changed: daysAgo(days(flow.updated_at)),
  };
}

/** `62 flows, 8 of them inactive` */
export function listSummary(flows: readonly FlowDto[]): string {
  const inactive = flows.filter((flow) => !flow.is_active).length;
  return inactive === 0 ? counted(flows.length, 'flow') : `${counted(flows.length, 'flow')}, ${count(inactive)} inactive`;
}
