import { Component, input } from '@angular/core';

import { RowsLink } from '../rows/rows-link.js';
import type { ChartTable } from './chart-content.js';

/** The figures of a chart as a table. */
@Component({
  selector: 'fp-chart-table-view',
  imports: [RowsLink],
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="label() + ', as a table'">
      <table class="pin">
        <thead>
          <tr>
            <th scope="col">{{ table().rowHead }}</th>
            @for (column of table().columns; track column.label) {
              <th scope="col" class="num">{{ column.label }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of table().rows; track row.name) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              @for (value of row.values; track $index) {
                <td class="num">
                  <fp-rows-link [to]="value === 0 ? undefined : row.rows?.[$index]" [what]="'the rows of ' + row.label">{{ table().columns[$index]?.format(value) }}</fp-rows-link>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host { display: block; }
    .scroll { overflow: auto; height: 100%; }
    thead th { position: sticky; top: 0; background: var(--surface); z-index: 1; }
    tbody th { font-weight: 400; }
    tbody tr > * { height: 30px; }
    th:first-child { padding-left: 0; }
    tbody tr:hover > * { background: none; }
  `,
})
export class ChartTableView {
  readonly table = input.required<ChartTable>();
  readonly label = input.required<string>();}
