import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, input, model, output } from '@angular/core';

import { Icon } from '../icon.js';

/** What else a chart can be: a table, a picture, a file. */
@Component({
  selector: 'fp-chart-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  templateUrl: './chart-menu.html',
  styleUrl: './chart-menu.css',
})
export class ChartMenu {
  /** Names the chart: "Sessions a day". */
  readonly chart = input.required<string>();
  /** Whether the chart stands as a table; undefined where it has no other view. */
  readonly asTable = model<boolean>();
  readonly png = output();
  readonly csv = output();
}
