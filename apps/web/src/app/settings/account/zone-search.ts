/** As many as a list shows without becoming a search of its own. */
const SHOWN = 50;

/**
 * The zones that a person may mean by what is typed: those in which a part of the name begins with it come first
 * (`york` → America/New_York). Blanks stand for underscores; letters may be large or small. A whole name is
 * followed by its region: who has chosen it may want a neighbour.
 */
export function matchingZones(typed: string, zones: readonly string[]): string[] {
  if (zones.includes(typed)) return [typed, ...zones.filter((zone) => zone !== typed && sameRegion(zone, typed))].slice(0, SHOWN);
  const sought = comparable(typed);
  const found = zones.filter((zone) => comparable(zone).includes(sought));
  const begins = found.filter((zone) => beginsAPart(zone, sought));
  return [...begins, ...found.filter((zone) => !begins.includes(zone))].slice(0, SHOWN);
}

function beginsAPart(zone: string, sought: string): boolean {
  return ` ${comparable(zone).replaceAll('/', ' ')}`.includes(` ${sought.replaceAll('/', ' ')}`);
}

function sameRegion(one: string, other: string): boolean {
  return one.split('/')[0] === other.split('/')[0];
}

function comparable(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ');
}

/** `GMT+1 · 15:04`: what tells zones apart that have unknown names. Empty for what is no zone. */
export function zoneNow(zone: string, now: Date, locale?: string): string {
  try {
    const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    const offset = part({ timeZoneName: 'shortOffset' }).formatToParts(now).find(({ type }) => type === 'timeZoneName');
    const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
    return `${offset?.value ?? ''} · ${time}`;
  } catch {
    return '';
  }
}
