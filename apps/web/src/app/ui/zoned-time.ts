/** What a `datetime-local` field holds, as the wall clock of a zone shows it. */

const MINUTE_MS = 60_000;

/** `2026-11-24T10:04` in the zone */
export function wallTime(instant: string | Date, timeZone: string): string {
  const part = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const at = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? '';
  return `${at('year').padStart(4, '0')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}`;
}

/**
 * The instant at which the zone's clocks show this, to the minute; the first one where they show it twice, and the moment after
 * where they skip it. Undefined for what is no time.
 */
export function instantOf(wall: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The offset is asked for a day around: one of these holds at that time, whatever the clocks do in between.
  const candidates = [-1440, 1440].map((minutes) => asUtc - offsetMs(asUtc + minutes * MINUTE_MS, timeZone));
  const shown = candidates.filter((instant) => wallTime(new Date(instant), timeZone) === wallTime(new Date(asUtc), 'UTC'));
  return new Date(Math.min(...(shown.length > 0 ? shown : [Math.max(...candidates)])));
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(instant: number, timeZone: string): number {
  const minute = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  return Date.parse(`${wallTime(new Date(minute), timeZone)}Z`) - minute;
}
