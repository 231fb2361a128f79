import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { FileDownload } from '../../core/file-download.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { csvBlob } from '../../ui/table/csv-text.js';
import type { FlowPanelContent } from './flow-panels.js';

/** A short list of flows beside the table. */
@Component({
  selector: 'fp-flow-panel',
  imports: [Card, DownloadButton, RouterLink, RowsLink],
  template: `
    <fp-card [heading]="heading()" [explanation]="explanation()">
      <span cardNote class="note">{{ note() }}</span>
      @if (content().lines.length > 0) {
        <fp-download-button cardActions [label]="'Download ' + heading().toLowerCase() + ' as CSV'" (pressed)="save()" />
      }
      <ul class="list">
        @for (line of content().lines; track line.id) {
          <li>
            <a class="name" [class.alone]="line.figure === ''" [routerLink]="['/flows', line.id, 'edit']" [title]="line.name">{{ line.name }}</a>
            @if (line.figure !== '') {
              <b>{{ line.figure }}</b>
            }
            <span class="sub">{{ line.sub }}</span>
            <span class="sub num"><fp-rows-link [to]="line.rows" [what]="'the sessions of ' + line.name"><span>{{ line.figureSub }}</span></fp-rows-link></span>
          </li>
        } @empty {
          <li class="sub">{{ empty() }}</li>
        }
      </ul>
    </fp-card>
  `,
})
export class FlowPanel {
  readonly heading = input.required<string>();
  readonly explanation = input.required<Explanation>();
  readonly note = input('');
  readonly content = input.required<FlowPanelContent>();
  /** Stands in place of the list. */
  readonly empty = input.required<string>();
  readonly fileName = input.required<string>();

  private readonly download = inject(FileDownload);

  protected save(): void {
    const { heads, rows } = this.content().csv;
    this.download.hand(csvBlob(heads, rows), this.fileName());
  }
}
