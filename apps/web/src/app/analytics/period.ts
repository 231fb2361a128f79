import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

import { type ChosenWindow, readWindow, sameWindow, windowDays, windowParams, windowQuery } from '../ui/window/chosen-window.js';

/**
 * The days that every analytics tab shows. They live in the address, `?period=30d` or `?from=…&to=…`, so links and the
 * back button keep them.
 */
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

  readonly window = computed<ChosenWindow>(() => readWindow(this.router.parseUrl(this.url()).queryParamMap), {
    equal: sameWindow,
  });
  readonly params = computed(() => windowParams(this.window()));
  /** As the API takes it: `period=30d` */
  readonly query = computed(() => windowQuery(this.window()));
  readonly days = computed(() => windowDays(this.window()));
}
