import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

import { DEFAULT_PERIOD, type Period, PERIODS } from '@flowpilot/metrics';

/** The period that every analytics tab shows. It lives in the address, `?period=30d`, so links and the back button keep it. */
@Injectable({ providedIn: 'root' })
export class ChosenPeriod {
  private readonly router = inject(Router);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  readonly value = computed<Period>(() =>
    periodIn(this.router.parseUrl(this.url()).queryParamMap.get('period')),
  );
}

/** An unknown or absent word is the default period. */
export function periodIn(word: string | null): Period {
  return PERIODS.find((period) => period === word) ?? DEFAULT_PERIOD;
}
