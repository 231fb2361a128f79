import { Component, computed, inject, input } from '@angular/core';

import type { TierSplitDto, WindowDto } from '@flowpilot/contracts';
import { overviewFigures } from '@flowpilot/metrics';

import { FileDownload } from '../../core/file-download.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { count } from '../../ui/format.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { csvBlob } from '../../ui/table/csv-text.js';
import { figureWindow } from '../figure-window.js';
import { sessionsOfTiers, tierShares } from './overview-tiers.js';

/** How the window's sessions split into confidence tiers. */
@Component({
  selector: 'fp-tier-card',
  imports: [Card, DownloadButton, RowsLink],
  templateUrl: './tier-card.html',
  styleUrl: './tier-card.css',
})
export class TierCard {
  readonly tiers = input.required<TierSplitDto>();
  readonly explanation = input.required<Explanation>();
  readonly window = input.required<WindowDto>();

  private readonly download = inject(FileDownload);
  protected readonly shares = computed(() => tierShares(this.tiers(), figureWindow(this.window())));
  protected readonly all = computed(() => sessionsOfTiers(this.tiers()));
  protected readonly allRows = computed(() => rowsAddress(overviewFigures(figureWindow(this.window())).sessions.rows));
  protected readonly count = count;

  protected save(): void {
    const rows = this.shares().map(({ name, sessions }) => [name, sessions]);
    this.download.hand(csvBlob(['Confidence tier', 'Sessions'], rows), 'confidence-tiers.csv');
  }
}
