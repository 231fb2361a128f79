import type { OverviewDayDto } from '@flowpilot/contracts';
import { type FigureWindow, overviewDayFigures, statusFigures } from '@flowpilot/metrics';

import type { ChartTable, LegendItem } from '../../ui/charts/chart-content.js';
import { OUTCOMES, outcomeTotals } from '../../ui/charts/outcome-series.js';
import { weekday } from '../../ui/dates.js';
import { count } from '../../ui/format.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';

/** The outcomes with their totals over the window. */
export function outcomeLegend(days: readonly OverviewDayDto[], window: FigureWindow): LegendItem[] {
  const rows = statusFigures(window);
  return outcomeTotals(days).map(({ status, label, colour, total }) => ({
    label,
    colour,
    total: count(total),
    rows: rowsAddress(rows[status].rows),
  }));
}

/** The figures behind the chart, a row a day. */
export function outcomeTable(days: readonly OverviewDayDto[]): ChartTable {
  return {
    rowHead: 'Day',
    columns: OUTCOMES.map(({ label }) => ({ label, format: count })),
    rows: days.map((day) => ({
      name: day.date,
      label: weekday(day.date),
      values: OUTCOMES.map(({ status }) => day[status]),
      rows: OUTCOMES.map(({ status }) => rowsAddress(overviewDayFigures(day.date)[status].rows)),
    })),
  };
}
