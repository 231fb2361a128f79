import type { ImportTarget } from '@flowpilot/metrics';

import type { ImportMapping } from './import-mapping.js';
import { RowRejection } from './row-rejection.js';

/** The heading of the file lacks columns that the mapping names, or has one of them twice. */
export class HeadingError extends Error {}

/** Finds the cells of a row that a mapping asks for. */
export class RowReader {
  private readonly positions = new Map<string, number>();
  private readonly missing: ReadonlySet<string>;

  /** @throws HeadingError */
  constructor(
    private readonly mapping: ImportMapping,
    private readonly heading: readonly string[],
  ) {
    this.missing = new Set(['', ...mapping.missing]);
    checkHeading(mapping, heading);
    heading.forEach((column, position) => this.positions.set(column, position));
  }

  /** The first cell of the target's columns that holds a value, trimmed; null when none does. */
  value(cells: readonly string[], target: ImportTarget): string | null {
    for (const column of this.mapping.columns[target] ?? []) {
      const value = this.cell(cells, column);
      if (!this.missing.has(value)) return value;
    }
    return null;
  }

  isMapped(target: ImportTarget): boolean {
    return this.mapping.columns[target] !== undefined;
  }

  meets(cells: readonly string[], condition: { column: string; value: string } | null): boolean {
    return condition === null || this.cell(cells, condition.column) === condition.value;
  }

  /** The names of the columns behind some targets, for a message. */
  columnsOf(...targets: ImportTarget[]): string {
    return [...new Set(targets.flatMap((target) => this.mapping.columns[target] ?? []))].join(' or ');
  }

  /** @throws RowRejection when cells are missing or left over. */
  checkWidth(cells: readonly string[]): void {
    if (cells.length === this.heading.length) return;
    throw new RowRejection('malformed_row', `has ${cells.length} cells where the heading has ${this.heading.length}`);
  }

  private cell(cells: readonly string[], column: string): string {
    return cells[this.positions.get(column) ?? -1]?.trim() ?? '';
  }
}

/** @throws HeadingError */
export function checkHeading(mapping: ImportMapping, heading: readonly string[]): void {
  const condition = mapping.flows.matchedWhen;
  const wanted = new Set([...Object.values(mapping.columns).flat(), ...(condition ? [condition.column] : [])]);
  const absent = [...wanted].filter((column) => !heading.includes(column));
  if (absent.length > 0) {
    throw new HeadingError(`it has no column ${list(absent)}. Its columns are ${list(heading)}`);
  }
  const twofold = [...wanted].filter((column) => heading.indexOf(column) !== heading.lastIndexOf(column));
  if (twofold.length > 0) throw new HeadingError(`more than one of its columns is called ${list(twofold)}`);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 40).map((name) => `"${name.slice(0, 60)}"`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}
