import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name under which a connection keeps a statement; the server cuts names after 63 characters. */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}
