import type { Database } from '../../database/database.js';
import type { Piece } from './stretch-plan.js';
import type { Counted, TallyStatement } from './tally.js';

/** What is counted of the rows themselves, on one snapshot: a piece that several tallies ask for is read once, where one statement tells it to all. */
export class PieceRows {
  private readonly known = new Map<TallyStatement<Counted>, Map<string, readonly Counted[]>>();

  constructor(
    private readonly database: Database,
    private readonly accountId: string,
  ) {}

  async of<Row extends Counted>(statement: TallyStatement<Row>, pieces: readonly Piece[]): Promise<readonly Row[]> {
    const known = pieces.map((piece) => this.knownOf(statement, piece));
    const unknown = pieces.filter((_, index) => known[index] === undefined);
    const rows = unknown.length > 0 ? await this.read(statement, unknown) : [];
    this.keep(statement, unknown, rows);
    return rows.concat(pieces.flatMap(({ position }, index) => known[index]?.map((row) => ({ ...row, position })) ?? []));
  }

  private knownOf<Row extends Counted>(statement: TallyStatement<Row>, piece: Piece): readonly Row[] | undefined {
    const rows = this.known.get(statement)?.get(spanOf(piece)) as readonly Row[] | undefined; // A statement's rows are of its kind.
    return rows ?? (statement.finer && this.knownOf(statement.finer, piece));
  }

  /** A statement that has values of its own may tell a piece by its position: only else is the same span the same rows. */
  private keep<Row extends Counted>(statement: TallyStatement<Row>, pieces: readonly Piece[], rows: readonly Row[]): void {
    const [piece, ...others] = pieces;
    if (!piece || others.length > 0 || statement.values.length > 0) return;
    this.known.set(statement, (this.known.get(statement) ?? new Map<string, readonly Counted[]>()).set(spanOf(piece), rows));
  }

  private read<Row extends Counted>({ sql, values }: TallyStatement<Row>, pieces: readonly Piece[]): Promise<Row[]> {
    return this.database.prepared<Row>(sql, [
      this.accountId,
      pieces.map(({ position }) => position),
      pieces.map(({ starts_ms }) => starts_ms),
      pieces.map(({ ends_ms }) => ends_ms),
      ...values,
    ]);
  }
}

function spanOf({ starts_ms, ends_ms }: Piece): string {
  return `${starts_ms} ${ends_ms}`;
}
