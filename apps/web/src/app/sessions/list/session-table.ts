import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Explain } from '../../ui/explain/explain.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { Icon } from '../../ui/icon.js';
import type { ExplainedSession } from './session-explanations.js';
import type { SessionRow } from './session-rows.js';

/** Sessions row by row, the newest first. */
@Component({
  selector: 'fp-session-table',
  imports: [Explain, Icon, RouterLink],
  templateUrl: './session-table.html',
  styleUrl: './session-table.css',
})
export class SessionTable {
  readonly rows = input.required<readonly SessionRow[]>();
  readonly explanations = input.required<Record<ExplainedSession, Explanation>>();
}
