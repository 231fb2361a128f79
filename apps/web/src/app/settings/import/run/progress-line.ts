import { Component, input } from '@angular/core';

/** A bar that fills; without a share it only says that something happens. */
@Component({
  selector: 'fp-progress-line',
  template: '<i [style.inline-size.%]="(share() ?? 0.3) * 100"></i>',
  styleUrl: './progress-line.css',
  host: {
    role: 'progressbar',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    '[attr.aria-label]': 'label()',
    '[attr.aria-valuenow]': 'share() === null ? null : rounded()',
    '[class.unknown]': 'share() === null',
  },
})
export class ProgressLine {
  /** 0 to 1; null while nobody knows. */
  readonly share = input.required<number | null>();
  readonly label = input.required<string>();

  protected rounded(): number {
    return Math.round((this.share() ?? 0) * 100);
  }
}
