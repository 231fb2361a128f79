import type { OverviewDayDto } from '@flowpilot/contracts';

import type { ChartTable, LegendItem } from '../../ui/charts/chart-content.js';
import { OUTCOMES, outcomeTotals } from '../../ui/charts/outcome-series.js';
import { weekday } from '../../ui/dates.js';
import { count } from '../../ui/format.js';

/** The outcomes with their totals over the window. */
export function outcomeLegend(days: readonly OverviewDayDto[]): LegendItem[] {
  return outcomeTotals(days).map(({ label, colour, total }) => ({ label, colour, total: count(total) }));
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
    })),
  };
}
