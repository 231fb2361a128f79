import { Component, input, output } from '@angular/core';

import { Icon } from '../icon.js';

/** The small download button at a card's top right. */
@Component({
  selector: 'fp-download-button',
  imports: [Icon],
  template: `
    @if (text()) {
      <button class="btn sm" type="button" [attr.aria-label]="label()" [attr.aria-disabled]="busy()" (click)="press()">
        <fp-icon name="download" />{{ text() }}
      </button>
    } @else {
      <button class="icon-btn" type="button" [attr.aria-label]="label()" [title]="label()" [attr.aria-disabled]="busy()" (click)="press()">
        <fp-icon name="download" />
      </button>
    }
  `,
  styles: ':host { display: inline-grid; }',
})
export class DownloadButton {
  /** "Download chart as PNG" */
  readonly label = input.required<string>();
  /** A word on the button, which is an icon otherwise. */
  readonly text = input('');
  readonly busy = input(false);
  readonly pressed = output();

  protected press(): void {
    if (!this.busy()) this.pressed.emit();
  }
}
