/** What is counted of one of the stretches asked for, the first of which is 1. */
export interface Counted {
  position: number;
}

/**
 * Something that is counted of stretches of time, partly from the rollups and partly from the rows: what comes of both is to
 * be added up. Both are statements that answer rows of `Row`.
 */
export interface Tally<Row extends Counted> {
  /** Tallies of one name are asked for the same stretches of a window. */
  name: string;
  /** Of the account $1: for each number $2 its day $3, see `DAYS`; `byWeek` also for each number $4 its week $5, see `WEEKS`. */
  rolled: TallyStatement<Row>;
  byWeek: boolean;
  /** Of the account $1: for each number $2 what lies from $3 until before $4, see `PIECES`. */
  raw: TallyStatement<Row>;
  /** One that tells the same in less, for rows that are remembered. */
  compact?: (row: Row) => Row;
}

export interface TallyStatement<Row extends Counted> {
  sql: string;
  /** The parameters that come after those named above. */
  values: readonly unknown[];
  /** One whose rows of a piece add up to the same: where it was read already, this need not be. */
  finer?: TallyStatement<Row>;
  /** Says what the rows are; there is none. */
  row?: Row;
}

/** SQL: the days of a tally. */
export const DAYS = 'unnest($2::int[], $3::date[]) as days (position, day)';

/** SQL: the weeks of a tally by week. */
export const WEEKS = 'unnest($4::int[], $5::date[]) as weeks (position, week)';

/** SQL: the pieces of time of which a tally counts the rows. */
export const PIECES = `(
    select given.position, to_timestamp(given.starts_ms / 1000) as starts_at, to_timestamp(given.ends_ms / 1000) as ends_at
    from unnest($2::int[], $3::float8[], $4::float8[]) as given (position, starts_ms, ends_ms)
  ) as pieces`;
