import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name under which a connection keeps a statement; the server cuts names after 63 characters. */
export function statementName(sql: string): string {
  return names.get(sql) ?? nameAs(sql, createHash('sha256').update(sql).digest('base64url'));
}

/** From now on connections plan the statement anew, under another name. Whoever found that later than others renews nothing. */
export function renewStatement(sql: string, failed: string): void {
  if (statementName(sql) === failed) nameAs(sql, createHash('sha256').update(failed).digest('base64url'));
}

function nameAs(sql: string, name: string): string {
  names.set(sql, name);
  return name;
}
