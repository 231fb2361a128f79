import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, type RedirectFunction, Router } from '@angular/router';

import type { MeDto } from '@flowpilot/contracts';

import { Session } from './session.js';

/** Where somebody begins: engineers at their sessions, as the figures are not theirs to see. */
export function firstPageOf(user: MeDto | undefined): string {
  return user?.account && !administers(user) ? '/sessions' : '/analytics';
}

/** Where a log-in leads: the page that asked for it, if it was one of ours. */
export function pageAfterLogIn(asked: string | null | undefined, user: MeDto | undefined): string {
  return asked?.startsWith('/') && !asked.startsWith('//') && !asked.startsWith('/login') ? asked : firstPageOf(user);
}

/** The bare address leads where its visitor begins; without a log-in to the door, which asks for no page then. */
export const toFirstPage: RedirectFunction = async () => {
  const session = inject(Session);
  await session.restore();
  return session.user() === undefined ? '/login' : firstPageOf(session.user());
};

/** Only with a log-in; asks for one and comes back. */
export const loggedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  if (session.user() !== undefined) return true;
  return router.createUrlTree(['/login'], { queryParams: { return: state.url } });
};

/** Only without a log-in; whoever has one goes on. */
export const loggedOut: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.user() === undefined || router.parseUrl(pageAfterLogIn(route.queryParamMap.get('return'), session.user()));
};

/** What a team admin may do in an account; a super admin may do it in the account it belongs to. */
export function administers(user: MeDto | undefined): boolean {
  return user !== undefined && user.account !== null && user.role !== 'engineer';
}

/** Matches for people who administer an account; the others get the route's namesake that says why not. */
export const administersAccount: CanMatchFn = async () => {
  const session = inject(Session);
  await session.restore();
  // Without a log-in the parent's guard answers.
  return session.user() === undefined || administers(session.user());
};
