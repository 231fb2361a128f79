import { Injectable } from '@angular/core';

import type { OverviewDto } from '@flowpilot/contracts';

import { tabAnswer } from '../tab-answer.js';

/** The figures behind the tab, kept while another tab is in view. */
@Injectable()
export class OverviewStore {
  readonly answer = tabAnswer<OverviewDto>('/analytics/flowpilot', { compared: true });
}
