import { inject, Injectable } from '@angular/core';
import { type CanActivateChildFn, createUrlTreeFromSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

import { DEFAULT_PERIOD, type Period, PERIODS } from '@flowpilot/metrics';

const KEY = 'flowpilot.period';

/** The period that this browser showed last. Dates are no habit: they are not remembered. */
@Injectable({ providedIn: 'root' })
export class RememberedPeriod {
  constructor() {
    const router = inject(Router);
    router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(({ urlAfterRedirects }) => {
      const period = known(router.parseUrl(urlAfterRedirects).queryParamMap.get('period'));
      if (period !== undefined) localStorage.setItem(KEY, period);
    });
  }

  value(): Period {
    return known(localStorage.getItem(KEY)) ?? DEFAULT_PERIOD;
  }
}

/**
 * An address that names no period gets the days of the page that one comes from, or else the remembered period, spelled
 * out: whoever is sent it sees the same days.
 */
export const withPeriod: CanActivateChildFn = (route) => {
  const remembered = inject(RememberedPeriod);
  const days = daysOf(inject(Router));
  const { queryParams, queryParamMap } = route;
  if (queryParamMap.has('period') || queryParamMap.has('from')) return true;
  return createUrlTreeFromSnapshot(route, [], { ...queryParams, ...(days ?? { period: remembered.value() }) }, route.fragment);
};

/** A range of one's own, on the pages that share their days. */
const SHARES_DAYS = /^\/(analytics|psa)\//;

function daysOf(router: Router): { from: string; to: string } | undefined {
  const { queryParamMap } = router.parseUrl(router.url);
  const [from, to] = [queryParamMap.get('from'), queryParamMap.get('to')];
  return SHARES_DAYS.test(router.url) && from !== null && to !== null ? { from, to } : undefined;
}

function known(word: string | null): Period | undefined {
  return PERIODS.find((period) => period === word);
}
