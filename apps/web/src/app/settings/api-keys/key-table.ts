import { Component, input, output } from '@angular/core';

import type { ApiKeyDto } from '@flowpilot/contracts';

import type { KeyRow } from './key-row.js';

/** A row for each key, with the button that ends it. */
@Component({
  selector: 'fp-key-table',
  templateUrl: './key-table.html',
  styleUrl: './key-table.css',
})
export class KeyTable {
  readonly rows = input.required<readonly KeyRow[]>();
  readonly revoke = output<ApiKeyDto>();
}
