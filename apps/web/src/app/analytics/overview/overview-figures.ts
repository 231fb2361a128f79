import type { ChangingFigureDto, OverviewDto } from '@flowpilot/contracts';
import { overviewFigures as figuresOf, previousOf } from '@flowpilot/metrics';

import { count, duration, MISSING, percentNumber, type Quantity } from '../../ui/format.js';
import { type Change, changeOf, type FigureKind } from '../../ui/metric/change.js';
import type { Explanation } from '../../ui/explain/explanation.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { figureWindow } from '../figure-window.js';
import { type Trend, trendSpan } from '../trend.js';
import { type FigureName, overviewExplanations } from './overview-explanations.js';
import { overviewTrends } from './overview-trends.js';

/** A figure of the strip, ready to show. */
export interface OverviewFigure extends Quantity {
  readonly label: string;
  readonly explanation: Explanation;
  readonly change: Change | undefined;
  readonly note: string;
  readonly trend: Trend | undefined;
  readonly trendLabel: string;
  readonly rows: RowsAddress;
  readonly rowsBefore: RowsAddress | undefined;
}

const KEYS = {
  sessions: 'sessions',
  resolution: 'resolution_rate',
  escalation: 'escalation_rate',
  guided: 'guided_rate',
  median: 'median_resolution_minutes',
  hours: 'hours_logged',
} as const satisfies Record<FigureName, keyof OverviewDto>;

export function overviewFigures(overview: OverviewDto, minSample: number): OverviewFigure[] {
  const trends = overviewTrends(overview.daily);
  const span = trendSpan(overview.daily.length);
  const course = span === 1 ? 'by day' : `by day, each with the ${(span - 1).toString()} before it`;
  const explanations = overviewExplanations(overview, minSample);
  const window = figureWindow(overview.window);
  const [now, before] = [figuresOf(window), figuresOf(previousOf(window))];
  const figure = (name: FigureName, label: string, kind: FigureKind, value: ChangingFigureDto, trend: Trend) => ({
    label,
    explanation: explanations[name],
    ...written(kind, value.value),
    change: changeOf(kind, value),
    note: value.value === null ? '' : 'Nothing to compare with',
    trend,
    trendLabel: `${label} ${course}`,
    rows: rowsAddress(now[KEYS[name]].rows),
    rowsBefore: rowsAddress(before[KEYS[name]].rows),
  });

  return [
    figure('sessions', 'Sessions', 'count', overview.sessions, trends.sessions),
    figure('resolution', 'Resolution rate', 'rate-up', overview.resolution_rate, trends.resolution),
    figure('escalation', 'Escalation rate', 'rate-down', overview.escalation_rate, trends.escalation),
    figure('guided', 'Guided rate', 'rate-up', overview.guided_rate, trends.guided),
    figure('median', 'Median to resolve', 'minutes', overview.median_resolution_minutes, trends.median),
    figure('hours', 'Hours logged', 'hours', overview.hours_logged, trends.hours),
    {
      label: 'Active flows',
      explanation: explanations.activeFlows,
      figure: count(overview.active_flows),
      unit: '',
      change: undefined,
      note: 'Now',
      trend: undefined,
      trendLabel: '',
      rows: rowsAddress(now.active_flows.rows),
      rowsBefore: undefined,
    },
  ];
}

function written(kind: FigureKind, value: number | null): Quantity {
  if (value === null) return { figure: MISSING, unit: '' };
  if (kind === 'minutes') return duration(value);
  if (kind === 'hours') return { figure: count(value), unit: 'h' };
  return kind === 'count' ? { figure: count(value), unit: '' } : { figure: percentNumber(value), unit: '%' };
}
