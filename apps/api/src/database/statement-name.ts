import { createHash } from 'node:crypto';

const names = new Map<string, string>();
let generation = 0;

/** The name under which a connection keeps a statement; the server cuts names after 63 characters. */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(`${generation} ${sql}`).digest('base64url');
  names.set(sql, name);
  return name;
}

/**
 * From now on connections read and plan every statement anew, under other names: where the schema has changed under one of
 * them, it may have under others. Whoever finds it out later than others renews nothing.
 *
 * @param failed the name that showed it
 */
export function renewStatements(failed: string): void {
  if (![...names.values()].includes(failed)) return;
  generation += 1;
  names.clear();
}
