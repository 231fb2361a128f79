import { Component, computed, contentChild, inject, input, signal } from '@angular/core';
import type { WindowDto } from '@flowpilot/contracts';

import { FileDownload } from '../../core/file-download.js';
import { Toast } from '../../core/toast.js';
import { Card } from '../card/card.js';
import { dayRange } from '../dates.js';
import type { Explanation } from '../explain/explanation.js';
import type { ChartTable, LegendItem } from './chart-content.js';
import { chartCsv } from './chart-csv.js';
import { ChartLegend } from './chart-legend.js';
import { ChartMenu } from './chart-menu.js';
import { chartPicture } from './chart-picture.js';
import { toPng } from './chart-png.js';
import { ChartTableView } from './chart-table-view.js';
import { Depictable } from './depictable.js';

/**
 * A card around one chart (projected): its title, legend and menu; the table that it turns into; the picture and the
 * file that it hands out.
 */
@Component({
  selector: 'fp-chart-card',
  imports: [Card, ChartLegend, ChartMenu, ChartTableView],
  templateUrl: './chart-card.html',
  styleUrl: './chart-card.css',
  host: { '[class.as-table]': 'asTable()' },
})
export class ChartCard {
  readonly heading = input.required<string>();
  readonly explanation = input.required<Explanation>();
  /** What the chart covers. */
  readonly window = input.required<WindowDto>();
  readonly table = input.required<ChartTable>();
  readonly legend = input<readonly LegendItem[]>([]);
  /** Without its ending. */
  readonly fileName = input.required<string>();
  /** Whether the chart turns into its table; not one whose figures can be read as they stand. */
  readonly turnable = input(true);

  protected readonly asTable = signal(false);
  protected readonly tableChoice = computed(() => (this.turnable() ? this.asTable() : undefined));
  private readonly chart = contentChild.required(Depictable);
  private readonly download = inject(FileDownload);
  private readonly toast = inject(Toast);

  protected async savePng(): Promise<void> {
    try {
      this.download.hand(await this.png(), `${this.fileName()}.png`);
    } catch (error) {
      this.toast.say(`Could not draw ${this.fileName()}.png. ${error instanceof Error ? error.message : ''}`);
    }
  }

  protected saveCsv(): void {
    this.download.hand(new Blob([chartCsv(this.table())], { type: 'text/csv;charset=utf-8' }), `${this.fileName()}.csv`);
  }

  private png(): Promise<Blob> {
    const window = this.window();
    const { picture, surroundings } = this.chart().depict();
    const head = {
      title: this.heading(),
      subtitle: `${dayRange(window, window.time_zone, true)}, ${window.time_zone}`,
      legend: this.legend(),
    };
    return toPng(chartPicture(picture, head), surroundings);
  }
}
