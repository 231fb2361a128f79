import { MISSING } from '../../ui/format.js';

/** Finds the names of people. */
export interface People {
  /** Undefined while it is not known. */
  userName(id: string): string | undefined;
  /** Whether the names could not be read. */
  unread(): boolean;
}

/** Whose a row is. A dash says that nobody is known; it must not say so of names that could not be read. */
export function engineerName(userId: string | null, people: People): string {
  if (userId === null) return MISSING;
  return people.userName(userId) ?? (people.unread() ? 'Unknown' : MISSING);
}
