import { Component, computed, input } from '@angular/core';

import type { TierSplitDto, WindowDto } from '@flowpilot/contracts';
import { overviewFigures } from '@flowpilot/metrics';

import { ChartCard } from '../../ui/charts/chart-card.js';
import type { ChartTable } from '../../ui/charts/chart-content.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { count } from '../../ui/format.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { figureWindow } from '../figure-window.js';
import { sessionsOfTiers, tierShares } from './overview-tiers.js';
import { TierSplit } from './tier-split.js';

/** How the window's sessions split into confidence tiers. */
@Component({
  selector: 'fp-tier-card',
  imports: [ChartCard, RowsLink, TierSplit],
  template: `
    <fp-chart-card heading="Confidence tier" fileName="confidence-tiers" [explanation]="explanation()" [window]="window()" [table]="table()" [turnable]="false">
      <fp-tier-split [shares]="shares()" />
      <div class="card-foot foot-row"><span>All sessions</span><fp-rows-link [to]="allRows()" what="all sessions"><b>{{ count(all()) }}</b></fp-rows-link></div>
    </fp-chart-card>
  `,
  styles: `
    :host { display: grid; min-width: 0; }
    .card-foot b { color: var(--fg); font-weight: 500; }
  `,
})
export class TierCard {
  readonly tiers = input.required<TierSplitDto>();
  readonly explanation = input.required<Explanation>();
  readonly window = input.required<WindowDto>();

  protected readonly shares = computed(() => tierShares(this.tiers(), figureWindow(this.window())));
  protected readonly all = computed(() => sessionsOfTiers(this.tiers()));
  protected readonly allRows = computed(() => rowsAddress(overviewFigures(figureWindow(this.window())).sessions.rows));
  /** Of its file only: the figures can be read as they stand. */
  protected readonly table = computed<ChartTable>(() => ({
    rowHead: 'Confidence tier',
    columns: [{ label: 'Sessions', format: count }],
    rows: this.shares().map(({ name, label, sessions }) => ({ name, label, values: [sessions] })),
  }));
  protected readonly count = count;
}
