import { Component, computed, input } from '@angular/core';

import { count, percent } from '../format.js';
import { Icon } from '../icon.js';
import { RowsLink } from '../rows/rows-link.js';
import { Depictable, type Depiction } from './depictable.js';
import { funnelPicture } from './funnel-picture.js';
import { type FunnelStep, funnelBars } from './funnel-steps.js';

/** Horizontal bars, one a step; between them how many came on, and how many did not. */
@Component({
  selector: 'fp-funnel',
  imports: [Icon, RowsLink],
  templateUrl: './funnel.html',
  styleUrl: './funnel.css',
  providers: [{ provide: Depictable, useExisting: Funnel }],
})
export class Funnel extends Depictable {
  readonly steps = input.required<readonly FunnelStep[]>();
  /** Names the list for a screen reader. */
  readonly label = input.required<string>();

  protected readonly bars = computed(() => funnelBars(this.steps()));
  protected readonly count = count;
  protected readonly percent = percent;

  override depict(): Depiction {
    return { picture: funnelPicture(this.bars()), surroundings: '' };
  }
}
