import { Component, inject } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

import { Icon } from '../ui/icon.js';
import { ChosenPeriod } from './period.js';
import { PeriodPicker } from './period-picker.js';
import { ShownAnswer } from './shown-answer.js';
import { WindowLine } from './window-line.js';

const TABS = [
  { path: 'overview', label: 'Overview' },
  { path: 'coverage', label: 'Coverage' },
  { path: 'flow-quality', label: 'Flow quality' },
  { path: 'psa', label: 'PSA' },
] as const;

/** A tab is the one in view whatever the rest of the address says. */
const MATCHED_BY_PATH: IsActiveMatchOptions = {
  paths: 'subset',
  queryParams: 'ignored',
  matrixParams: 'ignored',
  fragment: 'ignored',
};

/** The head that the four tabs share: title, window, period, and the tabs, which are links. */
@Component({
  selector: 'fp-analytics-frame',
  imports: [Icon, PeriodPicker, RouterLink, RouterLinkActive, RouterOutlet, WindowLine],
  templateUrl: './analytics-frame.html',
  styleUrl: './analytics-frame.css',
})
export class AnalyticsFrame {
  protected readonly tabs = TABS;
  protected readonly matchedByPath = MATCHED_BY_PATH;
  protected readonly params = inject(ChosenPeriod).params;
  protected readonly shown = inject(ShownAnswer);
}
