import { Injectable } from '@angular/core';

import type { FlowQualityDto } from '@flowpilot/contracts';

import { tabAnswer } from '../tab-answer.js';

/** The figures behind the tab, kept while another tab is in view. */
@Injectable()
export class FlowQualityStore {
  readonly answer = tabAnswer<FlowQualityDto>('/analytics/flowpilot/flow-quality');
}
