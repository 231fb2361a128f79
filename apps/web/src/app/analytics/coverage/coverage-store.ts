import { Injectable } from '@angular/core';

import type { CoverageDto } from '@flowpilot/contracts';

import { tabAnswer } from '../tab-answer.js';

/** The figures behind the tab, kept while another tab is in view. */
@Injectable()
export class CoverageStore {
  readonly answer = tabAnswer<CoverageDto>('/analytics/flowpilot/coverage');
}
