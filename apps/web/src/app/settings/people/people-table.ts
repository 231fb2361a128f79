import { Component, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';

import type { UserDto } from '@flowpilot/contracts';

import { Icon } from '../../ui/icon.js';
import { keepFocusOver } from '../../ui/table/keep-focus.js';
import type { PersonRow } from './person-row.js';

/** A row for each person; what can be done to them opens as a menu at its end. */
@Component({
  selector: 'fp-people-table',
  imports: [Icon, MatMenuModule],
  templateUrl: './people-table.html',
  styleUrl: './people-table.css',
})
export class PeopleTable {
  readonly rows = input.required<readonly PersonRow[]>();
  readonly edit = output<UserDto>();
  readonly invite = output<UserDto>();
  readonly setActive = output<UserDto>();

  constructor() {
    // Who is renamed or deactivated stands in another place.
    keepFocusOver(this.rows);
  }
}
