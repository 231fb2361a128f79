import { type Figure, figureOf, type FigureWindow, sessionRows, shareOf } from './figure.js';
import { RESOLVED, sessionFigures } from './session-figures.js';

/** The row of a flow. */
export function flowQualityFigures(flowId: string, window: FigureWindow) {
  const group = { ...window, flow_id: flowId };
  const used = sessionRows(group);
  return {
    ...sessionFigures(group),
    usage_count: figureOf(used),
    success_rate: shareOf(sessionRows(group, RESOLVED), used),
    avg_confidence: figureOf(sessionRows(group, { has_confidence: 'true' })),
    ...flowLifetimeFigures(flowId),
  } satisfies Record<string, Figure>;
}

/** They count the sessions that are matched to the flow now, whenever they began. */
export function flowLifetimeFigures(flowId: string) {
  const lifetime = { flow_id: flowId, lifetime: 'true' };
  const used = sessionRows(lifetime);
  return {
    lifetime_usage_count: figureOf(used),
    lifetime_success_rate: shareOf(sessionRows(lifetime, RESOLVED), used),
  } satisfies Record<string, Figure>;
}
