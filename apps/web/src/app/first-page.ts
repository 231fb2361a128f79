import { LOG_IN_MARK } from './core/session/log-in-mark.js';

/** Tabs that people open first; the others are small beside what they wait for. */
const ANALYTICS = /^\/(analytics(\/overview)?)?$/;

/** Fetches the code of the first page while the log-in is taken up: one after the other they would add up. */
export function fetchFirstPage(): void {
  if (!ANALYTICS.test(location.pathname) || localStorage.getItem(LOG_IN_MARK) === null) return;
  const parts = [import('./analytics/analytics.routes.js'), import('./analytics/overview/overview-tab.js')];
  // The router asks again, and says what went wrong.
  Promise.all(parts).catch(() => undefined);
}
