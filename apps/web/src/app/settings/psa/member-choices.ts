import type { PsaMemberDto } from '@flowpilot/contracts';

export interface MemberChoice {
  readonly id: string;
  readonly label: string;
}

/** The members to choose from, with the chosen one even where the PSA has it no longer; none where they are not known. */
export function memberChoices(members: readonly PsaMemberDto[] | undefined, chosen: string): MemberChoice[] {
  const known = (members ?? []).map(({ id, name }) => ({ id, label: `${name} (${id})` }));
  const isMissing = known.length > 0 && chosen !== '' && !known.some(({ id }) => id === chosen);
  return isMissing ? [{ id: chosen, label: `${chosen} (not in the PSA)` }, ...known] : known;
}

/** The member with the person's e-mail address, in whatever case. */
export function memberByEmail(members: readonly PsaMemberDto[], email: string): PsaMemberDto | undefined {
  return members.find((member) => member.email?.toLowerCase() === email.toLowerCase());
}
