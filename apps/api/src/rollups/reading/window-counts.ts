import type { Database } from '../../database/database.js';
import type { RememberedCounts } from './remembered-counts.js';
import { type Age, AGES, type Piece, planStretches, type RolledDays, type RolledPart, type Stretch } from './stretch-plan.js';
import type { Counted, Tally } from './tally.js';

/** What is counted of a window, all of it as at one moment. */
export class WindowCounts {
  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedCounts,
    private readonly accountId: string,
    private readonly rolled: RolledDays,
  ) {}

  /** Counts the stretches: rows to be added up by `position`, perhaps none of one in which there is nothing. Others have them too: not to be changed. */
  async of<Row extends Counted>(tally: Tally<Row>, stretches: readonly Stretch[]): Promise<readonly Row[]> {
    const { rolled, pieces } = planStretches(stretches, this.rolled, tally.byWeek);
    let rows: readonly Row[] = [];
    for (const age of AGES) {
      const parts = rolled.filter((part) => part.age === age);
      if (parts.length === 0) continue;
      const key = this.keyOf(tally.name, age, stretches);
      rows = rows.concat(await this.remembered.rows(key, versionsOf(parts), () => this.rolledRows(tally, parts)));
    }
    return pieces.length > 0 ? rows.concat(await this.rawRows(tally, pieces)) : rows;
  }

  private keyOf(name: string, age: Age, stretches: readonly Stretch[]): string {
    return [name, age, this.accountId, stretches.length, stretches[0]?.[0]?.date, stretches.at(-1)?.at(-1)?.date].join(' ');
  }

  private rolledRows<Row extends Counted>({ rolled, byWeek }: Tally<Row>, parts: readonly RolledPart[]): Promise<Row[]> {
    const days = parts.flatMap(({ position, days, weeks }) =>
      days.filter(({ week }) => week === null || !weeks.includes(week)).map(({ day }) => ({ position, date: day })),
    );
    const weeks = parts.flatMap(({ position, weeks }) => weeks.map((date) => ({ position, date })));
    const counted = byWeek ? [...placesOf(days), ...placesOf(weeks)] : placesOf(days);
    return this.database.prepared<Row>(rolled.sql, [this.accountId, ...counted, ...rolled.values]);
  }

  private rawRows<Row extends Counted>({ raw }: Tally<Row>, pieces: readonly Piece[]): Promise<Row[]> {
    return this.database.prepared<Row>(raw.sql, [this.accountId, ...columnsOf(pieces), ...raw.values]);
  }
}

/** The parameters $2 to $4 of what counts `PIECES`. */
export function columnsOf(pieces: readonly Piece[]): unknown[] {
  return [pieces.map(({ position }) => position), pieces.map(({ starts_ms }) => starts_ms), pieces.map(({ ends_ms }) => ends_ms)];
}

function placesOf(places: readonly { position: number; date: string }[]): unknown[] {
  return [places.map(({ position }) => position), places.map(({ date }) => date)];
}

/** Differs whenever one of the days is counted anew, or others are. */
function versionsOf(parts: readonly RolledPart[]): string {
  return parts.map(({ position, days }) => `${position}:${days.map(({ day, counted_us }) => `${day} ${counted_us}`).join()}`).join(';');
}
