import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaPushDto } from '@flowpilot/contracts';

import { Icon } from '../../ui/icon.js';
import { PushState } from '../push-state.js';
import type { PushRow } from './push-row.js';

/** Pushes row by row, the newest first, with what can be done about each. */
@Component({
  selector: 'fp-push-table',
  imports: [Icon, PushState, RouterLink],
  templateUrl: './push-table.html',
  styleUrl: './push-table.css',
})
export class PushTable {
  readonly rows = input.required<readonly PushRow[]>();
  readonly retry = output<PsaPushDto>();
  readonly dismiss = output<PsaPushDto>();
}
