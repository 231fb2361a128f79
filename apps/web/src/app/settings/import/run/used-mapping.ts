import { Component, computed, input } from '@angular/core';

import type { ImportDto, ImportMappingDto } from '@flowpilot/contracts';
import { IMPORT_TARGETS } from '@flowpilot/metrics';

import { Card } from '../../../ui/card/card.js';
import { BuiltInColumns } from '../columns/built-in-columns.js';
import { TARGET_NAMES } from '../draft/target-names.js';

/** What the columns of an import's file became, to be read only. */
@Component({
  selector: 'fp-used-mapping',
  imports: [BuiltInColumns, Card],
  template: `
    <fp-card [heading]="import().mapping ? 'Columns' : 'ServiceNow incident log'">
      <span cardNote class="note">{{ note() }}</span>
      @if (rows(); as rows) {
        <table>
          <thead><tr><th scope="col">In the file</th><th scope="col">Becomes</th></tr></thead>
          <tbody>
            @for (row of rows; track row.target) {
              <tr><th scope="row">{{ row.columns }}</th><td class="muted">{{ row.becomes }}</td></tr>
            }
          </tbody>
        </table>
      } @else {
        <fp-built-in-columns />
      }
    </fp-card>
  `,
  styles: ':host { display: grid; grid-template-columns: minmax(0, 1fr); } td, tbody th { white-space: normal; }',
})
export class UsedMapping {
  readonly import = input.required<ImportDto>();

  protected readonly note = computed(() =>
    this.import().state === 'checked' ? 'To change them, choose the file again' : `Read as ${this.import().encoding}`,
  );
  protected readonly rows = computed(() => {
    const { mapping } = this.import();
    return mapping === null ? null : mappingRows(mapping);
  });
}

function mappingRows({ columns, values }: ImportMappingDto) {
  return IMPORT_TARGETS.flatMap((target) => {
    const names = columns[target];
    if (names === undefined) return [];
    const words = Object.entries(values?.[target] ?? {}).map(([theirs, ours]) => `${theirs === '*' ? 'any other' : `“${theirs}”`} is ${ours}`);
    const becomes = words.length > 0 ? `${TARGET_NAMES[target]}: ${words.join(', ')}` : TARGET_NAMES[target];
    return [{ target, columns: [names].flat().join(', else '), becomes }];
  });
}
