import { LRUCache } from 'lru-cache';

import type { Database } from '../database/database.js';
import type { Clock } from '../time/clock.js';
import { type DayRow, selectDays } from './days.query.js';

/** A local calendar day: its date, YYYY-MM-DD, and its first instant. */
export interface BegunDay {
  date: string;
  start: Date;
}

const MAX_WINDOWS = 200;
/** A database server that is updated may know other rules of a zone. */
const REMEMBERED_MS = 3_600_000;

/**
 * When local days begin. PostgreSQL alone computes it, but from nothing except the zone and the dates: the process remembers
 * what it was told.
 */
export class Calendar {
  private readonly known: LRUCache<string, readonly DayRow[]>;

  constructor(
    private readonly database: Database,
    clock: Clock,
  ) {
    const perf = { now: () => clock.now().getTime() };
    this.known = new LRUCache({ max: MAX_WINDOWS, ttl: REMEMBERED_MS, ttlResolution: 0, perf });
  }

  /** As many days before `firstDay` as from it on, `dayCount`, and the one after. They are the caller's own. */
  async daysAround(zone: string, firstDay: string, dayCount: number): Promise<BegunDay[]> {
    const key = `${zone} ${firstDay} ${dayCount.toString()}`;
    let days = this.known.get(key);
    if (days === undefined) {
      days = await selectDays(this.database, zone, firstDay, dayCount);
      this.known.set(key, days);
    }
    return days.map(({ date, starts_ms }) => ({ date, start: new Date(starts_ms) }));
  }
}
