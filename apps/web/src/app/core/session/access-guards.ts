import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';

import type { MeDto } from '@flowpilot/contracts';

import { Session } from './session.js';

/** Where a log-in leads: the page that asked for it, if it was one of ours. */
export function pageAfterLogIn(asked: string | null | undefined): string {
  return asked?.startsWith('/') && !asked.startsWith('//') && !asked.startsWith('/login') ? asked : '/analytics';
}

/** Only with a log-in; asks for one and comes back. */
export const loggedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore().catch(() => undefined);
  if (session.user() !== undefined) return true;
  return router.createUrlTree(['/login'], { queryParams: state.url === '/' ? {} : { return: state.url } });
};

/** Only without a log-in; whoever has one goes on. */
export const loggedOut: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore().catch(() => undefined);
  return session.user() === undefined || router.parseUrl(pageAfterLogIn(route.queryParamMap.get('return')));
};

/** What a team admin may do in an account; a super admin may do it in the account it belongs to. */
export function administers(user: MeDto | undefined): boolean {
  return user !== undefined && user.account !== null && user.role !== 'engineer';
}

/** Matches for people who administer an account; the others get the route's namesake that says why not. */
export const administersAccount: CanMatchFn = async () => {
  const session = inject(Session);
  await session.restore().catch(() => undefined);
  // Without a log-in the parent's guard answers.
  return session.user() === undefined || administers(session.user());
};
