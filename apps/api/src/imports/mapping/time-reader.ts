import { DateTime } from 'luxon';

import { ANY_TIME, type TakenTimes } from './taken-times.js';
import { ZoneClock } from './zone-clock.js';

const DAY = 86_400_000;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;
/** Unquoted luxon tokens that read an offset or a zone. */
const ZONE_TOKEN = /(?<!')[Zz](?!')/;

export interface TimeReaderOptions {
  /** Luxon tokens; null reads ISO 8601. */
  format: string | null;
  /** IANA name: where times that name no zone were written down. */
  timeZone: string;
  /** Whole local days by which every time is moved. */
  shiftDays?: number;
  /** What may come of them; any time when omitted. */
  taken?: TakenTimes;
}

/** Reads the times of a file as instants, in epoch milliseconds. */
export class TimeReader {
  /** Rows with other times are rejected. */
  readonly taken: TakenTimes;
  private readonly clock: ZoneClock;
  private readonly parse: (text: string) => DateTime;
  private readonly namesZone: (text: string) => boolean;
  private readonly shift: number;

  constructor(options: TimeReaderOptions) {
    this.clock = new ZoneClock(options.timeZone);
    this.taken = options.taken ?? ANY_TIME;
    this.shift = (options.shiftDays ?? 0) * DAY;
    this.parse = options.format === null ? parseIso : parserOf(options.format);
    const zoned = options.format !== null && ZONE_TOKEN.test(options.format);
    this.namesZone = options.format === null ? (text) => ISO.exec(text)?.[3] !== undefined : () => zoned;
  }

  /**
   * Null when the text is no such time. A time that occurs twice is the first of the two, unless it ends what
   * began between them.
   */
  read(text: string, notBefore = -Infinity): number | null {
    const parsed = this.parse(text);
    if (!parsed.isValid) return null;
    const written = parsed.toMillis();
    if (this.namesZone(text)) return this.shifted(written);
    const [first, last] = this.clock.instantsOf(written + this.shift);
    return first < notBefore ? last : first;
  }

  /** An instant moved by the reader's days, at the same time of its local day. */
  shifted(instant: number): number {
    return this.shift === 0 ? instant : this.clock.instantsOf(this.clock.wallAt(instant) + this.shift)[0];
  }

  takes(instant: number): boolean {
    return instant >= this.taken.from && instant <= this.taken.to;
  }

  /** The local calendar day of an instant, `YYYY-MM-DD`. */
  localDay(instant: number): string {
    return new Date(this.clock.wallAt(instant)).toISOString().slice(0, 10);
  }
}

function parserOf(format: string): (text: string) => DateTime {
  const parser = DateTime.buildFormatParser(format, { locale: 'en-US' });
  return (text) => DateTime.fromFormatParser(text, parser, { zone: 'utc', locale: 'en-US' });
}

function parseIso(text: string): DateTime {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  // The pattern keeps out what luxon would complete with today's date.
  return day === undefined ? DateTime.invalid('not ISO 8601') : DateTime.fromISO(`${day}T${time}${zone}`, { zone: 'utc' });
}
