import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaPushDto } from '@flowpilot/contracts';

import { Explain } from '../../ui/explain/explain.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { Icon } from '../../ui/icon.js';
import { PushState } from '../push-state.js';
import type { ExplainedPush } from './push-explanations.js';
import type { PushRow } from './push-row.js';

/** Pushes row by row, the newest first, with what can be done about each. */
@Component({
  selector: 'fp-push-table',
  imports: [Explain, Icon, PushState, RouterLink],
  templateUrl: './push-table.html',
  styleUrl: './push-table.css',
})
export class PushTable {
  readonly rows = input.required<readonly PushRow[]>();
  readonly explanations = input.required<Record<ExplainedPush, Explanation>>();
  readonly retry = output<PsaPushDto>();
  readonly dismiss = output<PsaPushDto>();
}
