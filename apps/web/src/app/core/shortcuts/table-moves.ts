const REACHED = 'a[href], button, [tabindex="0"]';

/**
 * Where a key leads inside a table: up and down to the same column of the next row, left and right along the row,
 * Home and End to the first and last row. Undefined where the key means nothing.
 */
export function tableTarget(from: EventTarget | null, key: string): HTMLElement | undefined {
  if (!(from instanceof HTMLElement)) return undefined;
  const row = from.closest('tr');
  if (row === null) return entered(from, key);
  if (row.closest('tbody') === null) return key === 'ArrowDown' ? firstOf(rowsAround(row)[0]) : undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return along(row, from, key === 'ArrowLeft' ? -1 : 1);
  const rows = rowsAround(row);
  const at = rows.indexOf(row);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key];
  return next === undefined || next === at ? undefined : sameColumn(rows[next], from);
}

/** The region around a table scrolls by itself; the arrow down goes into it. */
function entered(from: HTMLElement, key: string): HTMLElement | undefined {
  const region = from.matches('[role="region"][tabindex="0"]') && key === 'ArrowDown';
  return region ? firstOf(reachable(from.querySelectorAll('tbody tr'))[0]) : undefined;
}

/** Rows of the table with something to reach in them. */
function rowsAround(row: HTMLElement): HTMLElement[] {
  return reachable(row.closest('table')?.querySelectorAll('tbody tr') ?? []);
}

function reachable(rows: Iterable<Element>): HTMLElement[] {
  return [...rows].filter((row): row is HTMLElement => row instanceof HTMLElement && firstOf(row) !== undefined);
}

function along(row: HTMLElement, from: HTMLElement, step: number): HTMLElement | undefined {
  const stops = stopsOf(row);
  return stops[stops.indexOf(from) + step];
}

function sameColumn(row: HTMLElement | undefined, from: HTMLElement): HTMLElement | undefined {
  const cell = row?.children[from.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0];
  return cell instanceof HTMLElement ? (firstOf(cell) ?? firstOf(row)) : firstOf(row);
}

function firstOf(element: HTMLElement | undefined): HTMLElement | undefined {
  return element && stopsOf(element)[0];
}

/** What a phone or a desk hides has no box, and cannot take the focus. */
function stopsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(REACHED)].filter((stop) => stop.checkVisibility());
}
