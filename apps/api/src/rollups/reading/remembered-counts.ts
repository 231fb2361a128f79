import { LRUCache } from 'lru-cache';

import type { Counted } from './tally.js';

/** Of all accounts together. */
const LIMIT_BYTES = 16 * 1024 * 1024;
/** Of a row beside its buckets, roughly, with what else a small value may keep from being freed. */
const ROW_BYTES = 500;

interface Remembered {
  /** Which counts of which days these are. */
  versions: string;
  rows: readonly Counted[];
}

/** Sums of rolled days as they were last read, for as long as each of the days stands there as it was counted then. */
export class RememberedCounts {
  private readonly cache = new LRUCache<string, Remembered>({
    maxSize: LIMIT_BYTES,
    sizeCalculation: ({ versions, rows }, key) => 2 * (key.length + versions.length) + rows.reduce((sum, row) => sum + bytesOf(row), 1),
  });

  /** @param read answers rows that nobody changes afterwards */
  async rows<Row extends Counted>(key: string, versions: string, read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
    const known = this.known(key, versions);
    if (known) return known as readonly Row[]; // A key is always of the same kind of rows.
    const rows = await read();
    this.keep(key, versions, rows);
    return rows;
  }

  known(key: string, versions: string): readonly Counted[] | undefined {
    const known = this.cache.get(key);
    return known?.versions === versions ? known.rows : undefined;
  }

  keep(key: string, versions: string, rows: readonly Counted[]): void {
    this.cache.set(key, { versions, rows });
  }
}

function bytesOf(row: Counted): number {
  let bytes = ROW_BYTES;
  for (const value of Object.values(row) as unknown[]) if (value instanceof Uint8Array) bytes += value.length;
  return bytes;
}
