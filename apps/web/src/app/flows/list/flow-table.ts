import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { RowsLink } from '../../ui/rows/rows-link.js';
import type { ChosenSort } from '../../ui/table/chosen-sort.js';
import { ColumnHead } from '../../ui/table/column-head.js';
import { FLOW_HEADS, type FlowColumn } from './flow-list-columns.js';
import type { FlowRow } from './flow-rows.js';

/** Flows row by row, sortable by every column. */
@Component({
  selector: 'fp-flow-table',
  imports: [ColumnHead, RouterLink, RowsLink],
  templateUrl: './flow-table.html',
  styleUrl: './flow-table.css',
})
export class FlowTable {
  readonly rows = input.required<readonly FlowRow[]>();
  /** Whether the figures open their rows: to those who may see all sessions. */
  readonly leads = input.required<boolean>();
  readonly sort = input.required<ChosenSort<FlowColumn>>();

  protected readonly heads = FLOW_HEADS;
}
