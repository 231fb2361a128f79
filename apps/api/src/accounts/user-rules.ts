import type { Role } from '@flowpilot/metrics';

import type { UserPrincipal } from '../auth/index.js';
import { Problem } from '../http/problem.js';

/** Only a super_admin makes a super_admin: the role reaches beyond the account. */
export function assertMayGrant(admin: Pick<UserPrincipal, 'role'>, role: Role): void {
  if (role === 'super_admin' && admin.role !== 'super_admin') {
    throw new Problem('forbidden', 'Only a super_admin may give this role.');
  }
}

/** Nor may anyone else change one: whoever sets a password takes over what it opens. */
export function assertMayManage(admin: Pick<UserPrincipal, 'role'>, role: Role): void {
  if (role === 'super_admin' && admin.role !== 'super_admin') {
    throw new Problem('forbidden', 'Only a super_admin may change a super_admin.');
  }
}

export function isActiveAdmin(user: { role: Role; is_active: boolean }): boolean {
  return user.is_active && user.role !== 'engineer';
}
