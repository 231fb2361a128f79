import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { PERIOD_DAYS, PERIODS } from '@flowpilot/metrics';

import { Session } from '../core/session/session.js';
import { offerSearch } from '../core/shortcuts/page-search.js';
import { localDay, rangeOf, windowParams } from '../ui/window/chosen-window.js';
import { RangeForm } from '../ui/window/range-form.js';
import { ChosenPeriod } from './period.js';

const BELOW: ConnectedPosition = { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 8 };

/** Links that write the period into the address, so that back and forward work; and a range of one's own. */
@Component({
  selector: 'fp-period-picker',
  imports: [A11yModule, CdkConnectedOverlay, CdkOverlayOrigin, RangeForm, RouterLink],
  templateUrl: './period-picker.html',
  styles: '.pop { padding: 14px 16px 16px; width: 340px; max-width: calc(100vw - 24px); }',
})
export class PeriodPicker {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  private readonly user = inject(Session).user;
  private readonly window = inject(ChosenPeriod).window;

  protected readonly open = signal(false);
  protected readonly positions = [BELOW];
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly periods = computed(() => {
    const window = this.window();
    return PERIODS.map((name) => ({
      days: PERIOD_DAYS[name],
      params: windowParams({ period: name }),
      isChosen: 'period' in window && window.period === name,
    }));
  });
  protected readonly isCustom = computed(() => !('period' in this.window()));
  /** What the form begins with: the days shown. */
  protected readonly range = computed(() => {
    const today = localDay(new Date(), this.timeZone());
    return { ...rangeOf(this.window(), today), today };
  });

  constructor() {
    offerSearch({ label: 'Choose the days', reach: () => this.element.querySelector<HTMLElement>('[aria-current]')?.focus() });
  }

  protected choose(range: { from: string; to: string }): void {
    this.open.set(false);
    void this.router.navigate([], { queryParams: windowParams(range), queryParamsHandling: 'merge' });
  }
}
