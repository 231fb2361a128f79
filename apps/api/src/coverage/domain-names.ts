import { LRUCache } from 'lru-cache';

import type { Database } from '../database/database.js';

const MAX_NAMES = 20_000;

/** The spelling in which each domain was first recorded. It never changes: a process remembers what it was told. */
export class DomainNames {
  private readonly known = new LRUCache<string, string>({ max: MAX_NAMES });

  constructor(private readonly database: Database) {}

  /** By key, of domains that the account has recorded. */
  async of(accountId: string, keys: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const unknown = keys.filter((key) => {
      const name = this.known.get(placeOf(accountId, key));
      if (name !== undefined) names.set(key, name);
      return name === undefined;
    });
    if (unknown.length === 0) return names;
    for (const { key, name } of await this.database.prepared<{ key: string; name: string }>(NAMES, [accountId, unknown])) {
      this.known.set(placeOf(accountId, key), name);
      names.set(key, name);
    }
    return names;
  }
}

function placeOf(accountId: string, key: string): string {
  return `${accountId} ${key}`;
}

const NAMES = 'select domains.key, domains.name from domains where domains.account_id = $1 and domains.key = any($2::text[])';
