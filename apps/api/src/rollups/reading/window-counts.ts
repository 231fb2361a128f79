import type { Database } from '../../database/database.js';
import { PieceRows } from './piece-rows.js';
import type { RememberedCounts } from './remembered-counts.js';
import { AGES, planStretches, type RolledDays, type RolledPart, type SettledPiece, type Stretch } from './stretch-plan.js';
import type { Counted, Tally, TallyStatement } from './tally.js';

/** What is counted of a window, all of it as at one moment. Rows that it answers are others' too: not to be changed. */
export class WindowCounts {
  private readonly pieceRows: PieceRows;

  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedCounts,
    private readonly accountId: string,
    private readonly rolled: RolledDays,
  ) {
    this.pieceRows = new PieceRows(database, accountId);
  }

  /** Counts the stretches: rows to be added up by `position`, perhaps none of one in which there is nothing. */
  async of<Row extends Counted>(tally: Tally<Row>, stretches: readonly Stretch[]): Promise<readonly Row[]> {
    const { rolled, settled, pieces } = planStretches(stretches, this.rolled, tally.byWeek);
    const keyOf = (what: string) => this.keyOf(`${tally.name} ${what}`, stretches.length, stretches[0]?.[0]?.date, stretches.at(-1)?.at(-1)?.date);
    let rows: readonly Row[] = [];
    for (const age of AGES) {
      const parts = rolled.filter((part) => part.age === age);
      if (parts.length === 0) continue;
      rows = rows.concat(await this.remembered.rows(keyOf(age), versionsOf(parts), () => this.rolledRows(tally, parts)));
    }
    if (settled.length > 0) rows = rows.concat(await this.settledRows(keyOf('hours'), tally.raw, settled));
    return pieces.length > 0 ? rows.concat(await this.pieceRows.of(tally.raw, pieces)) : rows;
  }

  /**
   * What the rows of rolled days tell beside their counts, each day by its position among the dates.
   *
   * @param name of the statement; its values may differ from time to time
   */
  async ofRolled<Row extends Counted>(name: string, statement: TallyStatement<Row>, dates: readonly string[]): Promise<readonly Row[]> {
    const days = dates.flatMap((date, index) => {
      const day = this.rolled.byDate.get(date);
      return day ? [{ position: index + 1, starts_ms: day.starts_ms, ends_ms: day.ends_ms, day }] : [];
    });
    if (days.length === 0) return [];
    return this.settledRows(this.keyOf(name, dates.length, dates[0], dates.at(-1)), statement, days);
  }

  private keyOf(...parts: readonly (string | number | undefined)[]): string {
    return [this.accountId, ...parts].join(' ');
  }

  private rolledRows<Row extends Counted>({ rolled, byWeek }: Tally<Row>, parts: readonly RolledPart[]): Promise<Row[]> {
    const days = parts.flatMap(({ position, days, weeks }) =>
      days.filter(({ week }) => week === null || !weeks.includes(week)).map(({ day }) => ({ position, date: day })),
    );
    const weeks = parts.flatMap(({ position, weeks }) => weeks.map((date) => ({ position, date })));
    const counted = byWeek ? [...placesOf(days), ...placesOf(weeks)] : placesOf(days);
    return this.database.prepared<Row>(rolled.sql, [this.accountId, ...counted, ...rolled.values]);
  }

  /** From the rows of rolled days, which are as they were when the days were counted: remembered for as long as those counts are. */
  private settledRows<Row extends Counted>(key: string, statement: TallyStatement<Row>, days: readonly SettledPiece[]): Promise<readonly Row[]> {
    const versions = days.map(({ position, ends_ms, day }) => [position, day.day, day.counted_us, ends_ms].join(' '));
    return this.remembered.rows(key, JSON.stringify([versions, statement.values]), () => this.pieceRows.of(statement, days));
  }
}

function placesOf(places: readonly { position: number; date: string }[]): unknown[] {
  return [places.map(({ position }) => position), places.map(({ date }) => date)];
}

/** Differs whenever one of the days is counted anew, or others are. */
function versionsOf(parts: readonly RolledPart[]): string {
  return parts.map(({ position, days }) => `${position}:${days.map(({ day, counted_us }) => `${day} ${counted_us}`).join()}`).join(';');
}
