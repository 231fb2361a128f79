import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { PERIOD_DAYS, PERIODS } from '@flowpilot/metrics';

import { ChosenPeriod } from './period.js';

/** Links that write the period into the address, so that back and forward work. */
@Component({
  selector: 'fp-period-picker',
  imports: [RouterLink],
  template: `
    <div class="seg" role="group" aria-label="Period">
      @for (period of periods; track period.name) {
        <a
          [routerLink]="[]"
          [queryParams]="{ period: period.name }"
          queryParamsHandling="merge"
          [attr.aria-current]="period.name === chosen() ? 'true' : null"
          [attr.aria-label]="period.days + ' days'"
          >{{ period.days }}<span class="only-lg">&nbsp;days</span><span class="only-sm">&nbsp;d</span></a
        >
      }
    </div>
  `,
})
export class PeriodPicker {
  protected readonly periods = PERIODS.map((name) => ({ name, days: PERIOD_DAYS[name] }));
  protected readonly chosen = inject(ChosenPeriod).value;
}
