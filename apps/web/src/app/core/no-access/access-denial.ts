import type { MeDto } from '@flowpilot/contracts';

/** Why a page is closed to somebody, and what would open it. */
export interface AccessDenial {
  readonly heading: string;
  readonly text: string;
}

export function accessDenial(user: MeDto | undefined): AccessDenial {
  if (user?.account) {
    return {
      heading: 'This page is for team admins',
      text: `You are logged in as an engineer of ${user.account.name}. A team admin of the account can make you one.`,
    };
  }
  return {
    heading: 'Your user belongs to no account',
    text: 'This page shows one account. Log in as a user of that account to see it.',
  };
}
