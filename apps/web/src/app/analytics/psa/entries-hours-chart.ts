import { Component, computed, ElementRef, inject, input, output, signal, ViewEncapsulation } from '@angular/core';
import type { PsaDayDto } from '@flowpilot/contracts';
import {
  AreaChartModule,
  BarChartModule,
  BarOrientation,
  ChartCommonModule,
  ColorHelper,
  Orientation,
  ScaleType,
} from '@swimlane/ngx-charts';
import { curveLinear } from 'd3-shape';

import { DayCursor } from '../../ui/charts/day-cursor.js';
import { copiedFrom, Depictable, type Depiction } from '../../ui/charts/depictable.js';
import { MeasuredWidth } from '../../ui/charts/measured-width.js';
import { goingOn } from '../../ui/charts/day-reading.js';
import { day } from '../../ui/dates.js';
import { count, hours } from '../../ui/format.js';
import { entriesHoursPlot, writtenTick } from './entries-hours-plot.js';
import { entriesHoursReadings, HOURS, hoursSeries } from './entries-hours-series.js';

/** Time entries a day as bars on the left axis, hours as an area on the right one. */
@Component({
  selector: 'fp-entries-hours-chart',
  imports: [ChartCommonModule, BarChartModule, AreaChartModule, DayCursor],
  hostDirectives: [MeasuredWidth],
  templateUrl: './entries-hours-chart.html',
  styleUrl: '../../ui/charts/chart-plot.css',
  encapsulation: ViewEncapsulation.None,
  providers: [{ provide: Depictable, useExisting: EntriesHoursChart }],
  host: { class: 'plot', '[style.height.px]': 'height()' },
})
export class EntriesHoursChart extends Depictable {
  readonly days = input.required<readonly PsaDayDto[]>();
  /** The day that was chosen, YYYY-MM-DD. */
  readonly dayOpened = output<string>();
  /** Until when the last day is counted, if that is today. */
  readonly until = input('');
  /** Pixels. */
  readonly height = input(262);

  protected readonly width = inject(MeasuredWidth).width;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly pointed = signal<number | null>(null);

  protected readonly plot = computed(() => entriesHoursPlot(this.days(), this.width(), this.height()));
  protected readonly hoursADay = computed(() => hoursSeries(this.days()));
  protected readonly readings = computed(() => goingOn(entriesHoursReadings(this.days(), { count, hours }), this.until()));

  protected readonly areaColours = oneColour(HOURS.fill);
  protected readonly lineColour = HOURS.colour;
  protected readonly upright = BarOrientation.Vertical;
  protected readonly right = Orientation.Right;
  protected readonly straight = curveLinear;
  protected readonly day = day;
  protected readonly written = writtenTick;

  protected open(index: number): void {
    const day = this.days()[index];
    if (day !== undefined) this.dayOpened.emit(day.date);
  }

  override depict(): Depiction {
    return copiedFrom(this.host, 'plot');
  }
}

function oneColour(colour: string): ColorHelper {
  return new ColorHelper(
    { name: colour, selectable: false, group: ScaleType.Ordinal, domain: [colour] },
    ScaleType.Ordinal,
    [],
  );
}
