import type { ApiKeyDto } from '@flowpilot/contracts';

import { calendarDay, dayAndTime } from '../../ui/dates.js';

/** A key as the table shows it. */
export interface KeyRow {
  readonly key: ApiKeyDto;
  readonly created: string;
  /** The server notes it to the hour. */
  readonly lastUsed: string;
}

export function keyRow(key: ApiKeyDto, timeZone: string): KeyRow {
  return {
    key,
    created: calendarDay(key.created_at, timeZone),
    lastUsed: key.last_used_at === null ? 'Never' : dayAndTime(key.last_used_at, timeZone),
  };
}
