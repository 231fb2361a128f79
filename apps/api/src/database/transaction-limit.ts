/** The first PostgreSQL that bounds a transaction as a whole. */
const WITH_TRANSACTION_TIMEOUT = 170_000;

/**
 * The server's settings that end a transaction in time, by `server_version_num`. Older servers bound each statement and
 * each pause between two: a transaction that hangs ends, only one of many statements may take longer.
 */
export function limitSettings(serverVersion: number): readonly string[] {
  if (serverVersion >= WITH_TRANSACTION_TIMEOUT) return ['transaction_timeout'];
  return ['statement_timeout', 'idle_in_transaction_session_timeout'];
}
