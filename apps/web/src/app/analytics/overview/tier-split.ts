import { Component, input } from '@angular/core';

import { Depictable, type Depiction } from '../../ui/charts/depictable.js';
import { count } from '../../ui/format.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import type { TierShare } from './overview-tiers.js';
import { tierPicture } from './tier-picture.js';

/** One bar, split by the tiers, and what each part of it counts. */
@Component({
  selector: 'fp-tier-split',
  imports: [RowsLink],
  templateUrl: './tier-split.html',
  styleUrl: './tier-split.css',
  providers: [{ provide: Depictable, useExisting: TierSplit }],
})
export class TierSplit extends Depictable {
  readonly shares = input.required<readonly TierShare[]>();

  protected readonly count = count;

  override depict(): Depiction {
    return { picture: tierPicture(this.shares()), surroundings: '' };
  }
}
