import { Equals, IsIn, IsOptional, Matches } from 'class-validator';

import { type Period, PERIODS } from '@flowpilot/metrics';

import { ToBoolean } from './query-value.js';

const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_DAY_MESSAGE = '$property must be a day, YYYY-MM-DD';

/** A window of local calendar days: `period`, or `from` and `to`, else 30d. */
export class WindowQueryDto {
  @IsOptional()
  @IsIn(PERIODS)
  period?: Period;

  /** First local day, YYYY-MM-DD. */
  @IsOptional()
  @Matches(LOCAL_DAY, { message: LOCAL_DAY_MESSAGE })
  from?: string;

  /** Last local day, YYYY-MM-DD, inclusive. */
  @IsOptional()
  @Matches(LOCAL_DAY, { message: LOCAL_DAY_MESSAGE })
  to?: string;
}

/** A window, or the one that its figures are compared with. */
export class ComparedWindowQueryDto extends WindowQueryDto {
  /** The window before the one asked for. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'previous must be true' })
  previous?: true;
}
