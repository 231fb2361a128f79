import type { FlowDto } from '@flowpilot/contracts';

import { calendarDay, dayAndTime } from '../ui/dates.js';
import type { Fact } from '../ui/explain/explanation.js';
import { count, percent } from '../ui/format.js';

/** What a flow has done in its whole life, and when; `timeZone` is the account's. */
export function flowFacts(flow: FlowDto, timeZone: string): Fact[] {
  const matched = flow.last_matched_at === null ? 'Never' : dayAndTime(flow.last_matched_at, timeZone);
  return [
    { term: 'Sessions matched to it', value: count(flow.usage_count) },
    { term: 'Resolved', value: count(flow.resolved_count) },
    { term: 'Success rate', value: percent(flow.success_rate) },
    { term: 'Last match', value: matched },
    { term: 'Version', value: count(flow.version) },
    { term: 'Created', value: calendarDay(flow.created_at, timeZone) },
    { term: 'Changed', value: calendarDay(flow.updated_at, timeZone) },
  ];
}
