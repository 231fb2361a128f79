import type { WindowDto } from '@flowpilot/contracts';
import type { Period } from '@flowpilot/metrics';

/** A half-open stretch of time. */
export interface Interval {
  from: Date;
  to: Date;
}

/** A local calendar day: its first instant and the first one after it. It can have 23, 24 or 25 hours, or none. */
export interface LocalDay {
  /** YYYY-MM-DD. */
  date: string;
  start: Date;
  end: Date;
}

/** The local calendar days of an account that a figure covers, with all that a read model judges by. */
export interface AccountWindow extends Interval {
  accountId: string;
  period: Period | 'custom';
  previous: Interval;
  /** IANA name. */
  timeZone: string;
  /** The account's local date now, YYYY-MM-DD, whatever the window. */
  today: string;
  /** Every day of the window, oldest first; together they are exactly `from` to `to`. */
  days: readonly LocalDay[];
  /** As many of the previous window. */
  previousDays: readonly LocalDay[];
  now: Date;
  /** Closed sessions from which evidence is sufficient. */
  minSample: number;
  /** Hours after its end from which a session without a time entry counts as unlogged. */
  unloggedAfterHours: number;
  /** Up to when everything is counted, where a replica counts; else everything is. */
  asOf?: Date;
}

/** The stretch of time whose rows a list asks for: the window, or the one it is compared with. */
export function askedStretch({ from, to, previous }: AccountWindow, asked: { previous?: true }): Interval {
  return asked.previous ? previous : { from, to };
}

/** The window as the answers show it. */
export function toWindowDto(window: AccountWindow): WindowDto {
  return {
    period: window.period,
    from: window.from.toISOString(),
    to: window.to.toISOString(),
    time_zone: window.timeZone,
    previous: { from: window.previous.from.toISOString(), to: window.previous.to.toISOString() },
    ...(window.asOf && { as_of: window.asOf.toISOString() }),
  };
}
