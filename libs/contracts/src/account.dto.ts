import type { Role } from '@flowpilot/metrics';

export class MeAccountDto {
  id!: string;
  name!: string;
  /** IANA name. */
  time_zone!: string;
  min_sample!: number;
}

/** The person or program that asks. `account` is null for an operator who belongs to none. */
export class MeDto {
  id!: string;
  email!: string;
  name!: string;
  role!: Role;
  account!: MeAccountDto | null;
}
