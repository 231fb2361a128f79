import type { ChangingFigureDto } from '@flowpilot/contracts';
import {
  hours,
  medianMinutes,
  minutesChange,
  RATE_DECIMALS,
  rateChange,
  ratio,
  relativeChange,
  roundedHours,
  roundedMinutes,
  roundRatio,
  share,
} from '@flowpilot/metrics';

import type { WindowTotals } from './window-totals.js';

/** What two windows' sessions come to, the present one's beside the previous one's. */
export function changingFigures(present: WindowTotals, previous: WindowTotals) {
  return {
    sessions: sessionsFigure(present, previous),
    resolution_rate: rateFigure(present, previous, 'resolved'),
    escalation_rate: rateFigure(present, previous, 'escalated'),
    guided_rate: rateFigure(present, previous, 'guided'),
    median_resolution_minutes: medianFigure(present, previous),
  };
}

/** Hours in ten-thousandths. */
export function hoursFigure(parts: number, previousParts: number): ChangingFigureDto {
  return {
    value: roundedHours(parts),
    previous: roundedHours(previousParts),
    change: relativeChange(hours(parts), hours(previousParts)),
  };
}

function sessionsFigure(present: WindowTotals, previous: WindowTotals): ChangingFigureDto {
  return {
    value: present.sessions,
    previous: previous.sessions,
    change: relativeChange(ratio(present.sessions), ratio(previous.sessions)),
  };
}

function rateFigure(
  present: WindowTotals,
  previous: WindowTotals,
  part: 'resolved' | 'escalated' | 'guided',
): ChangingFigureDto {
  const value = share(present[part], present.sessions);
  const before = share(previous[part], previous.sessions);
  return {
    value: roundRatio(value, RATE_DECIMALS),
    previous: roundRatio(before, RATE_DECIMALS),
    change: rateChange(value, before),
  };
}

function medianFigure(present: WindowTotals, previous: WindowTotals): ChangingFigureDto {
  const value = medianMinutes(present.buckets);
  const before = medianMinutes(previous.buckets);
  return { value: roundedMinutes(value), previous: roundedMinutes(before), change: minutesChange(value, before) };
}
