const DAY_MS = 86_400_000;

/** Whole local days from an instant's day to the present one, in the zone. */
export function localDaysSince(instant: string, now: Date, timeZone: string): number {
  // Canada writes days as ISO 8601 does.
  const local = new Intl.DateTimeFormat('en-CA', { timeZone });
  const day = (at: Date) => Date.parse(`${local.format(at)}T00:00:00Z`);
  return Math.round((day(now) - day(new Date(instant))) / DAY_MS);
}
