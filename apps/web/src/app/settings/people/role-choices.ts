import { type Role, ROLES } from '@flowpilot/metrics';

import { ROLE_NAMES } from '../../core/shell/person.js';

/** A role that somebody may be given, and what it lets them do. */
export interface RoleChoice {
  readonly role: Role;
  readonly name: string;
  readonly meaning: string;
}

const MEANINGS: Record<Role, string> = {
  engineer: 'Sees flows and their own sessions.',
  team_admin: 'Sees all figures and sessions, edits flows, and changes these settings.',
  super_admin: 'As a team admin, and makes further accounts on this server.',
};

/** Only a super admin makes a super admin. */
export function roleChoices(viewer: Role | undefined): RoleChoice[] {
  return ROLES.filter((role) => role !== 'super_admin' || viewer === 'super_admin').map((role) => ({
    role,
    name: ROLE_NAMES[role],
    meaning: MEANINGS[role],
  }));
}
