import { DEFAULT_MIN_SAMPLE, DEFAULT_UNLOGGED_AFTER_HOURS, type Role } from '@flowpilot/metrics';
import { v7 as newId } from 'uuid';

export interface AccountGiven {
  id?: string;
  name?: string;
  timeZone?: string;
  minSample?: number;
  unloggedAfterHours?: number;
}

export type AccountRow = ReturnType<typeof accountRow>;

/** An account in UTC with the default settings, unless told otherwise. */
export function accountRow(given: AccountGiven = {}) {
  const id = given.id ?? newId();
  return {
    id,
    name: given.name ?? `Account ${id.slice(-6)}`,
    time_zone: given.timeZone ?? 'UTC',
    min_sample: given.minSample ?? DEFAULT_MIN_SAMPLE,
    unlogged_after_hours: given.unloggedAfterHours ?? DEFAULT_UNLOGGED_AFTER_HOURS,
    created_at: new Date(0),
    updated_at: new Date(0),
  };
}

export interface UserGiven {
  id?: string;
  accountId: string | null;
  email?: string;
  name?: string;
  role?: Role;
  passwordHash?: string | null;
  isActive?: boolean;
}

export type UserRow = ReturnType<typeof userRow>;

/** An active engineer without a password, unless told otherwise. */
export function userRow(given: UserGiven) {
  const id = given.id ?? newId();
  return {
    id,
    account_id: given.accountId,
    email: (given.email ?? `${id}@example.test`).toLowerCase(),
    name: given.name ?? `User ${id.slice(-6)}`,
    role: given.role ?? 'engineer',
    password_hash: given.passwordHash ?? null,
    is_active: given.isActive ?? true,
    created_at: new Date(0),
    updated_at: new Date(0),
  };
}
