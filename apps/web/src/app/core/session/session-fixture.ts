import type { AccessTokenDto, MeDto } from '@flowpilot/contracts';

export const ADMIN: MeDto = {
  id: 'user-1',
  email: 'admin@demo.test',
  name: 'Amelia Marsh',
  role: 'team_admin',
  account: { id: 'account-1', name: 'Northgate IT', time_zone: 'Europe/London', min_sample: 8 },
};

/** Of another account. */
export const STRANGER: MeDto = {
  ...ADMIN,
  id: 'user-2',
  email: 'admin@other.test',
  account: { id: 'account-2', name: 'Southgate IT', time_zone: 'Europe/London', min_sample: 8 },
};

/** What a log-in answers, for specs. */
export function granted(accessToken: string, user = ADMIN): AccessTokenDto {
  return { access_token: accessToken, token_type: 'Bearer', expires_in: 900, user };
}
