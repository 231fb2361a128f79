import { Component } from '@angular/core';

import { SERVICENOW_COLUMNS } from '../draft/target-names.js';

/** What the built-in mapping makes of the columns, to be read only. */
@Component({
  selector: 'fp-built-in-columns',
  template: `
    <table>
      <thead><tr><th scope="col">In the file</th><th scope="col">Becomes</th></tr></thead>
      <tbody>
        @for (row of columns; track row.column) {
          <tr><th scope="row" class="mono">{{ row.column }}</th><td class="muted">{{ row.becomes }}</td></tr>
        }
      </tbody>
    </table>
  `,
  styles: 'td { white-space: normal; padding-top: 6px; padding-bottom: 6px; } tbody th { font-family: var(--mono); font-size: 12px; }',
})
export class BuiltInColumns {
  protected readonly columns = SERVICENOW_COLUMNS;
}
