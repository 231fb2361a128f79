import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Icon } from '../../ui/icon.js';
import type { SessionRow } from './session-rows.js';

/** Sessions row by row, the newest first. */
@Component({
  selector: 'fp-session-table',
  imports: [Icon, RouterLink],
  templateUrl: './session-table.html',
  styleUrl: './session-table.css',
})
export class SessionTable {
  readonly rows = input.required<readonly SessionRow[]>();
}
