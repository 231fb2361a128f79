import type { MeDto, UserDto } from '@flowpilot/contracts';

import { ROLE_NAMES } from '../../core/shell/person.js';
import { calendarDay, dayAndTime } from '../../ui/dates.js';

/** Whether somebody can log in, and if not, what is missing. */
export interface PersonState {
  readonly label: string;
  readonly tone: '' | 'good' | 'fair';
}

/** A person as the table shows them. */
export interface PersonRow {
  readonly user: UserDto;
  readonly role: string;
  readonly state: PersonState;
  readonly lastLogIn: string;
  /** Whether this is who looks. */
  readonly self: boolean;
  /** Whether who looks may change them: nobody but a super admin changes a super admin. */
  readonly manageable: boolean;
}

export function personRow(user: UserDto, viewer: MeDto, timeZone: string, now: Date): PersonRow {
  return {
    user,
    role: ROLE_NAMES[user.role],
    state: personState(user, timeZone, now),
    lastLogIn: user.last_login_at === null ? 'Never' : dayAndTime(user.last_login_at, timeZone),
    self: user.id === viewer.id,
    manageable: user.role !== 'super_admin' || viewer.role === 'super_admin',
  };
}

function personState({ is_active, has_password, invited_until }: UserDto, timeZone: string, now: Date): PersonState {
  if (!is_active) return { label: 'Deactivated', tone: '' };
  if (has_password) return { label: 'Active', tone: 'good' };
  if (invited_until === null) return { label: 'Needs a link', tone: 'fair' };
  return Date.parse(invited_until) > now.getTime()
    ? { label: `Invited, until ${calendarDay(invited_until, timeZone)}`, tone: '' }
    : { label: 'Link expired', tone: 'fair' };
}

/** Those who can log in first, then the others; by name within. */
export function inOrder(users: readonly UserDto[]): UserDto[] {
  return [...users].sort((a, b) => Number(b.is_active) - Number(a.is_active) || a.name.localeCompare(b.name));
}
