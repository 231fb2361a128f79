import type { Database } from '../../database/database.js';
import type { Piece } from './stretch-plan.js';
import type { Counted, TallyStatement } from './tally.js';

/** What is counted of the rows themselves, on one snapshot: a statement that several tallies share reads the same piece once. */
export class PieceRows {
  private readonly known = new Map<TallyStatement<Counted>, Map<string, readonly Counted[]>>();

  constructor(
    private readonly database: Database,
    private readonly accountId: string,
  ) {}

  async of<Row extends Counted>(statement: TallyStatement<Row>, pieces: readonly Piece[]): Promise<readonly Row[]> {
    const known = this.knownOf(statement);
    const unknown = pieces.filter((piece) => !known.has(spanOf(piece)));
    const rows = unknown.length > 0 ? await this.read(statement, unknown) : [];
    const others = pieces.flatMap((piece) => known.get(spanOf(piece))?.map((row) => ({ ...row, position: piece.position })) ?? []);
    // What stands beside the pieces may be told by position: only of a statement that asks for nothing else are they the same.
    if (statement.values.length === 0) for (const piece of onlyOnes(unknown)) known.set(spanOf(piece), rows.filter(({ position }) => position === piece.position));
    return rows.concat(others);
  }

  private knownOf<Row extends Counted>(statement: TallyStatement<Row>): Map<string, readonly Row[]> {
    const known = this.known.get(statement) ?? new Map<string, readonly Counted[]>();
    this.known.set(statement, known);
    return known as Map<string, readonly Row[]>; // A statement's rows are always of its kind.
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

/** Those whose rows no other piece's are mixed with. */
function onlyOnes(pieces: readonly Piece[]): Piece[] {
  const times = new Map<number, number>();
  for (const { position } of pieces) times.set(position, (times.get(position) ?? 0) + 1);
  return pieces.filter(({ position }) => times.get(position) === 1);
}
