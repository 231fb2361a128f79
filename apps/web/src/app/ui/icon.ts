import { Component, computed, input } from '@angular/core';

import { ICONS, type IconName } from './icons.js';

/** A line icon; decoration beside a word, or the face of a button that has a label. */
@Component({
  selector: 'fp-icon',
  template: `
    <svg class="i" viewBox="0 0 20 20" aria-hidden="true" [style.width.px]="size()" [style.height.px]="size()">
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: ':host { display: inline-grid; flex: none; }',
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Pixels. */
  readonly size = input<12 | 16 | 20>(16);

  protected readonly path = computed(() => ICONS[this.name()]);
}
