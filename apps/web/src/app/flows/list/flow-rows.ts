import type { FlowDto } from '@flowpilot/contracts';
import { evidence, flowLifetimeFigures } from '@flowpilot/metrics';

import { count, counted, daysAgo, MISSING, percentNumber } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
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
  /** Undefined without any, and so below. */
  readonly sessionRows: RowsAddress | undefined;
  readonly success: string;
  /** "46 of 49 sessions", "1 of 1 session, too few to be sure", empty without any. */
  readonly successDetail: string;
  readonly successRows: RowsAddress | undefined;
  readonly lastMatch: string;
  readonly changed: string;
}

/** `timeZone` and `minSample` are the account's; days end in the zone. */
export function flowRow(flow: FlowDto, timeZone: string, now: Date, minSample: number): FlowRow {
  const days = (instant: string) => localDaysSince(instant, now, timeZone);
  const figures = flowLifetimeFigures(flow.id);
  const isUsed = flow.usage_count > 0;
  return {
    id: flow.id,
    name: flow.name,
    description: flow.description ?? '',
    category: flow.category ?? MISSING,
    type: TYPE_NAMES[flow.tree_type],
    active: flow.is_active,
    sessions: count(flow.usage_count),
    sessionRows: isUsed ? rowsAddress(figures.lifetime_usage_count.rows) : undefined,
    success: percentNumber(flow.success_rate),
    successDetail: isUsed ? successDetail(flow, minSample) : '',
    successRows: isUsed ? rowsAddress(figures.lifetime_success_rate.rows) : undefined,
    lastMatch: daysAgo(flow.last_matched_at === null ? null : days(flow.last_matched_at)),
    changed: daysAgo(days(flow.updated_at)),
  };
}

/** How many are closed is not known of a whole life: of too few sessions, too few are. */
function successDetail({ resolved_count: resolved, usage_count: sessions }: FlowDto, minSample: number): string {
  const share = `${count(resolved)} of ${counted(sessions, 'session')}`;
  return evidence(sessions, minSample) === 'sufficient' ? share : `${share}, too few to be sure`;
}

/** `62 flows, 8 of them inactive` */
export function listSummary(flows: readonly FlowDto[]): string {
  const inactive = flows.filter((flow) => !flow.is_active).length;
  return inactive === 0 ? counted(flows.length, 'flow') : `${counted(flows.length, 'flow')}, ${count(inactive)} inactive`;
}
