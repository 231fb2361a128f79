import type { PsaDayDto } from '@flowpilot/contracts';
import { psaDayFigures } from '@flowpilot/metrics';

import type { ChartTable } from '../../ui/charts/chart-content.js';
import type { FunnelStep } from '../../ui/charts/funnel-steps.js';
import { weekday } from '../../ui/dates.js';
import { count, hours } from '../../ui/format.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';
import { ENTRIES, HOURS } from './entries-hours-series.js';

/** The figures of the two-axis chart, a row a day. */
export function entriesHoursTable(days: readonly PsaDayDto[]): ChartTable {
  return {
    rowHead: 'Day',
    columns: [
      { label: ENTRIES.label, format: count },
      { label: HOURS.label, format: hours },
    ],
    rows: days.map(({ date, entries, hours: logged }) => ({
      name: date,
      label: weekday(date),
      values: [entries, logged],
      rows: [rowsAddress(psaDayFigures(date).entries.rows), rowsAddress(psaDayFigures(date).hours.rows)],
    })),
  };
}

/** The figures of the funnel, a row a step. */
export function pushTable(steps: readonly FunnelStep[]): ChartTable {
  return {
    rowHead: 'Step',
    columns: [{ label: 'Sessions', format: count }],
    rows: steps.map((step) => ({ name: step.label, label: step.label, values: [step.count] })),
  };
}
