import { type Figure, figureOf, type FigureWindow, sessionRows, shareOf } from './figure.js';
import { RESOLVED, sessionFigures } from './session-figures.js';

/** The row of a flow. Its lifetime figures count the sessions now matched to it, whenever they began. */
export function flowQualityFigures(flowId: string, window: FigureWindow) {
  const group = { ...window, flow_id: flowId };
  const lifetime = { flow_id: flowId, lifetime: 'true' };
  const used = sessionRows(group);
  return {
    ...sessionFigures(group),
    usage_count: figureOf(used),
    success_rate: shareOf(sessionRows(group, RESOLVED), used),
    avg_confidence: figureOf(sessionRows(group, { has_confidence: 'true' })),
    lifetime_usage_count: figureOf(sessionRows(lifetime)),
    lifetime_success_rate: shareOf(sessionRows(lifetime, RESOLVED), sessionRows(lifetime)),
  } satisfies Record<string, Figure>;
}
