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

/** An address that names no period gets the remembered one, spelled out: whoever is sent it sees the same days. */
export const withPeriod: CanActivateChildFn = (route) => {
  const remembered = inject(RememberedPeriod);
  const { queryParams, queryParamMap } = route;
  if (queryParamMap.has('period') || queryParamMap.has('from')) return true;
  return createUrlTreeFromSnapshot(route, [], { ...queryParams, period: remembered.value() }, route.fragment);
};

function known(word: string | null): Period | undefined {
  return PERIODS.find((period) => period === word);
}
