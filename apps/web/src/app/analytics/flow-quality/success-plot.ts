import { Component, computed, input } from '@angular/core';

import { percentNumber } from '../../ui/format.js';
import type { SuccessInterval } from './flow-rows.js';

/** A dot at the resolved of the closed sessions, a whisker over its 95 % interval, ticks at 50 and 75. */
@Component({
  selector: 'fp-success-plot',
  template: `
    <svg viewBox="0 0 100 16" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      <path class="track" d="M0 8H100" />
      <path class="ticks" d="M50 5V11M75 5V11" />
      <path class="whisker" [class.doubtful]="interval().doubtful" [attr.d]="whisker()" />
      <path class="dot" [class]="interval().rating" [attr.d]="dot()" />
    </svg>
  `,
  styleUrl: './success-plot.css',
})
export class SuccessPlot {
  readonly interval = input.required<SuccessInterval>();

  protected readonly whisker = computed(() => {
    const [low, high] = [hundredths(this.interval().low), hundredths(this.interval().high)];
    return `M${low} 8H${high}M${low} 4.5V11.5M${high} 4.5V11.5`;
  });
  /** A line too short to see, whose round ends are the dot: a circle would be stretched with the picture. */
  protected readonly dot = computed(() => `M${hundredths(this.interval().share)} 8h0.01`);
  protected readonly label = computed(() => {
    const { low, high, doubtful } = this.interval();
    const doubt = doubtful ? ', too few to be sure' : '';
    return `95% interval ${percentNumber(low)} to ${percentNumber(high)}, of closed sessions${doubt}`;
  });
}

function hundredths(share: number): string {
  return (share * 100).toFixed(1);
}
