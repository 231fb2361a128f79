import type { Period } from '@flowpilot/metrics';

/** A half-open stretch of time, instants in UTC. */
export class IntervalDto {
  /** First instant inside. */
  from!: string;
  /** First instant after. */
  to!: string;
}

/** The account's local calendar days that a figure covers, and those it is compared with. */
export class WindowDto extends IntervalDto {
  period!: Period | 'custom';
  /** IANA name. */
  time_zone!: string;
  previous!: IntervalDto;
  /**
   * The moment up to which the figures are complete. Only present when a read replica answered: it may lag behind what
   * was recorded.
   */
  as_of?: string;
}
