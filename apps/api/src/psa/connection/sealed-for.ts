/** What an account's secrets are bound to: a row that was copied to another account opens nothing. */
export function sealedFor(accountId: string): string {
  return `psa connection of ${accountId}`;
}
