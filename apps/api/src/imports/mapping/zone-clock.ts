import { IANAZone } from 'luxon';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The clock on the wall of a time zone. Wall times are milliseconds as though the wall stood in UTC, instants
 * are epoch milliseconds.
 */
export class ZoneClock {
  private readonly zone: IANAZone;
  /** Offset of a UTC day, or null when it changes within; asking luxon each time would cost more than the rest. */
  private readonly offsets = new Map<number, number | null>();

  constructor(timeZone: string) {
    this.zone = IANAZone.create(timeZone);
  }

  wallAt(instant: number): number {
    return instant + this.offset(instant);
  }

  /**
   * The instants at which the wall shows a time, earlier first: two when the clock is set back over it. A time
   * that the clock skips is read as the instant of the change, so that the order of times is never upset.
   */
  instantsOf(wall: number): readonly [first: number, last: number] {
    const early = wall - this.offset(wall - DAY);
    const late = wall - this.offset(wall + DAY);
    const [first, last] = [early, late].filter((reading) => this.wallAt(reading) === wall).sort((a, b) => a - b);
    const only = first ?? this.changeBetween(wall - DAY, wall + DAY);
    return [only, last ?? only];
  }

  private offset(instant: number): number {
    const day = Math.floor(instant / DAY);
    let offset = this.offsets.get(day);
    if (offset === undefined) {
      const begins = this.exactOffset(day * DAY);
      offset = begins === this.exactOffset((day + 1) * DAY) ? begins : null;
      this.offsets.set(day, offset);
    }
    return offset ?? this.exactOffset(instant);
  }

  private exactOffset(instant: number): number {
    return this.zone.offset(instant) * MINUTE;
  }

  /** The first instant at which the later offset holds. */
  private changeBetween(start: number, end: number): number {
    const later = this.exactOffset(end);
    let [low, high] = [start, end];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.exactOffset(middle) === later) high = middle;
      else low = middle;
    }
    return high;
  }
}
