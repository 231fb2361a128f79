import type { ThrottleSettings } from '../../config/settings.js';

/** What a request is counted against. */
export type Budget = 'analytics' | 'login' | 'ingest' | 'writes' | 'reads';

/** Routes that let passwords or tokens be tried. */
const GUESSABLE = [
  '/api/v1/auth/login',
  '/api/v1/auth/invitation',
  '/api/v1/auth/accept-invitation',
  '/api/v1/setup',
  '/api/v1/me/password',
];

/** The budget of a route, given as the router knows it; null for what is never refused, as probes. */
export function budgetOf(method: string, route: string): Budget | null {
  if (route.startsWith('/api/v1/health/')) return null;
  if (route.startsWith('/api/v1/analytics/')) return 'analytics';
  if (method === 'GET' || method === 'HEAD') return 'reads';
  if (GUESSABLE.includes(route)) return 'login';
  return route === '/api/v1/sessions/bulk' ? 'ingest' : 'writes';
}

/** Each analytics endpoint is counted by itself, whether it is read as JSON or as CSV. */
export function countedAs(budget: Budget, route: string): string {
  return budget === 'analytics' ? route.replace(/\.csv$/, '') : budget;
}

/** Requests a minute. */
export function limitOf(budget: Budget, settings: ThrottleSettings): number {
  switch (budget) {
    case 'analytics':
      return settings.analyticsPerMinute;
    case 'login':
      return settings.loginPerMinute;
    case 'ingest':
      return settings.ingestPerMinute;
    case 'writes':
      return settings.writesPerMinute;
    case 'reads':
      return settings.readsPerMinute;
  }
}
