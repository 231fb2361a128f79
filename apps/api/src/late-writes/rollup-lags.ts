const HOUR_MS = 3_600_000;

/**
 * The clock rule of the rollups. A day, or an hour of one, is rolled up once it has ended `CLOSED_AFTER_MS` ago; whoever
 * writes to a session that began more than `RECENT_MS` ago says so in `rollup_invalidations`. A write that says nothing has
 * therefore begun at least an hour before its hour can be rolled up, and no transaction lives so long, nor are clocks of
 * processes so far apart: the refresh sees it. To ask in the writer whether a day is rolled up would race with the refresh.
 */
export const RECENT_MS = 2 * HOUR_MS;
export const CLOSED_AFTER_MS = 3 * HOUR_MS;
