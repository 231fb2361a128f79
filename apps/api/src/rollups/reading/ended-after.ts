import { ENDED_AT, ENDED_WITHOUT_ENTRY, inWindow } from '../../sessions/index.js';
import { type Counted, PIECES, type TallyStatement } from './tally.js';

/** When sessions of a piece ended that have no time entry, one value of 8 bytes each: microseconds since 1970, as a double. */
export interface LateEnds extends Counted {
  ended_us: Buffer | null;
}

const DOUBLE_BYTES = 8;

/** Those that ended after a moment, whole milliseconds since 1970. */
export function endedAfter(time: number): TallyStatement<LateEnds> {
  return { sql: ENDED_AFTER, values: [time] };
}

const ENDED_AFTER = `
  select pieces.position, counts.ended_us
  from ${PIECES}
  cross join lateral (
    select string_agg(float8send(round(date_part('epoch', ${ENDED_AT}) * 1000000)), ''::bytea) as ended_us
    from sessions
    where sessions.account_id = $1 and ${inWindow('pieces.starts_at', 'pieces.ends_at')}
      and ${ENDED_WITHOUT_ENTRY} and ${ENDED_AT} > to_timestamp($5::float8 / 1000)
  ) as counts`;

/** How many of them ended after `time`, milliseconds since 1970. */
export function countEndedAfter(rows: readonly LateEnds[], time: number): number {
  let ended = 0;
  for (const { ended_us: ends } of rows) {
    for (let at = 0; at < (ends?.length ?? 0); at += DOUBLE_BYTES) if ((ends?.readDoubleBE(at) ?? 0) > time * 1000) ended += 1;
  }
  return ended;
}
