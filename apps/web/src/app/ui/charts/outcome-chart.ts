import { Component, computed, ElementRef, inject, input, output, signal, ViewEncapsulation } from '@angular/core';
import { BarChartModule, BarOrientation, ChartCommonModule } from '@swimlane/ngx-charts';

import { day } from '../dates.js';
import { count } from '../format.js';
import { DayCursor } from './day-cursor.js';
import { goingOn } from './day-reading.js';
import { copiedFrom, Depictable, type Depiction } from './depictable.js';
import { MeasuredWidth } from './measured-width.js';
import { outcomePlot } from './outcome-plot.js';
import { type OutcomeDay, outcomeReadings } from './outcome-series.js';

/** Sessions a day, stacked by outcome. */
@Component({
  selector: 'fp-outcome-chart',
  imports: [ChartCommonModule, BarChartModule, DayCursor],
  hostDirectives: [MeasuredWidth],
  templateUrl: './outcome-chart.html',
  styleUrl: './chart-plot.css',
  encapsulation: ViewEncapsulation.None,
  providers: [{ provide: Depictable, useExisting: OutcomeChart }],
  host: { class: 'plot', '[style.height.px]': 'height()' },
})
export class OutcomeChart extends Depictable {
  readonly days = input.required<readonly OutcomeDay[]>();
  /** The day that was chosen, YYYY-MM-DD. */
  readonly dayOpened = output<string>();
  /** Pixels. */
  readonly height = input(214);
  readonly label = input('Sessions a day by outcome');
  /** Until when the last day is counted, if that is today. */
  readonly until = input('');

  protected readonly width = inject(MeasuredWidth).width;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly pointed = signal<number | null>(null);
  protected readonly upright = BarOrientation.Vertical;

  protected readonly plot = computed(() => outcomePlot(this.days(), this.width(), this.height()));
  protected readonly readings = computed(() => goingOn(outcomeReadings(this.days(), count), this.until()));
  protected readonly day = day;
  protected readonly count = count;

  protected open(index: number): void {
    const day = this.days()[index];
    if (day !== undefined) this.dayOpened.emit(day.date);
  }

  override depict(): Depiction {
    return copiedFrom(this.host, 'plot');
  }
}
