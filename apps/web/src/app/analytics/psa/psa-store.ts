import { Injectable } from '@angular/core';

import type { PsaMetricsDto } from '@flowpilot/contracts';

import { tabAnswer } from '../tab-answer.js';

/** The figures behind the tab, kept while another tab is in view. */
@Injectable()
export class PsaStore {
  readonly answer = tabAnswer<PsaMetricsDto>('/analytics/flowpilot/psa-metrics', { compared: true });
}
