import { Component, input, output } from '@angular/core';

import { Icon } from '../icon.js';

/** The small download button at a card's top right. */
@Component({
  selector: 'fp-download-button',
  imports: [Icon],
  template: `
    <button class="icon-btn" type="button" [attr.aria-label]="label()" [title]="label()" (click)="pressed.emit()">
      <fp-icon name="download" />
    </button>
  `,
  styles: ':host { display: inline-grid; }',
})
export class DownloadButton {
  /** "Download chart as PNG" */
  readonly label = input.required<string>();
  readonly pressed = output();
}
