import type { Database } from '../../database/database.js';
import { PieceRows } from './piece-rows.js';
import type { RememberedCounts } from './remembered-counts.js';
import { AGES, type CountedPiece, planStretches, type RolledDays, type RolledPart, type Stretch } from './stretch-plan.js';
import type { Counted, Tally, TallyStatement } from './tally.js';

/** What is counted of a window, all of it as at one moment. Rows that it answers are others' too: not to be changed. */
export class WindowCounts {
  private readonly pieceRows: PieceRows;

  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedCounts,
    private readonly accountId: string,
    private readonly rolled: Promise<RolledDays>,
  ) {
    this.pieceRows = new PieceRows(database, accountId);
    // Told to whoever counts.
    rolled.catch(() => undefined);
  }

  /** Counts the stretches: rows to be added up by `position`, perhaps none of one in which there is nothing. */
  async of<Row extends Counted>(tally: Tally<Row>, stretches: readonly Stretch[]): Promise<readonly Row[]> {
    const { rolled, counted, pieces } = planStretches(stretches, await this.rolled, tally.byWeek);
    const keyOf = (what: string) => this.keyOf(`${tally.name} ${what}`, stretches.length, stretches[0]?.[0]?.date, stretches.at(-1)?.at(-1)?.date);
    let rows: readonly Row[] = [];
    for (const age of AGES) {
      const parts = rolled.filter((part) => part.age === age);
      if (parts.length === 0) continue;
      rows = rows.concat(await this.remembered.rows(keyOf(age), versionsOf(parts), async () => compacted(tally, await this.rolledRows(tally, parts))));
    }
    if (counted.length > 0) {
      const versions = counted.map((piece) => `${piece.position}:${versionOf(piece)}`).join();
      rows = rows.concat(await this.remembered.rows(keyOf('hours'), versions + valuesOf(tally.raw), async () => compacted(tally, await this.pieceRows.of(tally.raw, counted))));
    }
    return pieces.length > 0 ? rows.concat(await this.pieceRows.of(tally.raw, pieces)) : rows;
  }

  /**
   * What the rows of rolled days tell beside their counts, `position` saying nothing. Each day is remembered by itself, for as long
   * as it stands as it was counted.
   *
   * @param name of the statement; its values may differ from time to time
   */
  async ofRolled<Row extends Counted>(name: string, statement: TallyStatement<Row>, dates: readonly string[]): Promise<readonly Row[]> {
    const { byDate } = await this.rolled;
    const days = dates.flatMap((date, index) => {
      const day = byDate.get(date);
      return day ? [{ position: index + 1, starts_ms: day.starts_ms, ends_ms: day.ends_ms, day }] : [];
    });
    const keyOf = ({ day }: CountedPiece) => this.keyOf(name, day.day);
    const versionsOfDay = (piece: CountedPiece) => versionOf(piece) + valuesOf(statement);
    const known = days.map((day) => this.remembered.known(keyOf(day), versionsOfDay(day)) as readonly Row[] | undefined); // By the name.
    const unknown = days.filter((_, index) => known[index] === undefined);
    const rows = unknown.length > 0 ? await this.pieceRows.of(statement, unknown) : [];
    for (const day of unknown) this.remembered.keep(keyOf(day), versionsOfDay(day), rows.filter(({ position }) => position === day.position));
    return rows.concat(known.flatMap((ofDay) => ofDay ?? []));
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
}

function compacted<Row extends Counted>({ compact }: Tally<Row>, rows: readonly Row[]): readonly Row[] {
  return compact ? rows.map(compact) : rows;
}

function placesOf(places: readonly { position: number; date: string }[]): unknown[] {
  return [places.map(({ position }) => position), places.map(({ date }) => date)];
}

/** Differs whenever one of the days is counted anew, or others are. */
function versionsOf(parts: readonly RolledPart[]): string {
  return parts.map(({ position, days }) => `${position}:${days.map(({ day, counted_us }) => `${day} ${counted_us}`).join()}`).join(';');
}

/** Differs whenever the piece's day is counted anew, or another span of it is asked. */
function versionOf({ ends_ms, day }: CountedPiece): string {
  return `${day.day} ${day.counted_us} ${ends_ms}`;
}

function valuesOf({ values }: TallyStatement<Counted>): string {
  return values.length > 0 ? ` ${JSON.stringify(values)}` : '';
}
