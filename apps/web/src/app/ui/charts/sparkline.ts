import { Component, computed, input } from '@angular/core';

import { sparklineShape } from './sparkline-path.js';

/** The course of a figure over the window's days: a line with a dot on the last one. */
@Component({
  selector: 'fp-sparkline',
  template: `
    @if (shape().path) {
      <svg role="img" [attr.viewBox]="'0 0 ' + width() + ' ' + height()" [attr.aria-label]="label()">
        <path [attr.d]="shape().path" />
        @if (shape().end; as end) {
          <circle r="2" [attr.cx]="end.x" [attr.cy]="end.y" />
        }
      </svg>
    }
  `,
  styleUrl: './sparkline.css',
  host: { '[style.width.px]': 'width()', '[style.height.px]': 'height()' },
})
export class Sparkline {
  /** One a day, null where there is none. */
  readonly values = input.required<readonly (number | null)[]>();
  /** "Sessions a day, 26 Oct to 24 Nov" */
  readonly label = input.required<string>();
  /** Pixels. */
  readonly width = input(58);
  readonly height = input(24);

  protected readonly shape = computed(() => sparklineShape(this.values(), this.width(), this.height()));
}
