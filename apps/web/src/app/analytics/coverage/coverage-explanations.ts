import type { WindowDto } from '@flowpilot/contracts';

import type { Explanation, Fact } from '../../ui/explain/explanation.js';
import { explained } from '../explained.js';
import type { CoverageColumn } from './coverage-columns.js';

export type ExplainedCoverage = CoverageColumn | 'domains' | 'gaps' | 'unmapped' | 'uncategorised';

/** What every figure of the tab means. */
export function coverageExplanations(window: WindowDto): Record<ExplainedCoverage, Explanation> {
  const figure = (title: string, definition: string, facts: Fact[] = []) => explained(title, definition, window, facts);
  return {
    domain: figure(
      'Domain',
      'A problem domain, or the category whose flows cover it. Spelled as the category, else as it was first recorded.',
    ),
    domains: figure('Domains', 'The problem domains of the window’s sessions, and the categories that hold active flows.'),
    gaps: figure('Gaps', 'Domains with sessions in the window and no active flow.'),
    unmapped: figure('Unmapped sessions', 'Sessions of the window that name no problem domain.'),
    uncategorised: figure('Flows without a category', 'Active flows that belong to no category, and so cover no domain.'),
    flows: figure('Flows', 'Active flows in the category of the domain’s name, now.', bands('5 or more', '1 to 4', 'None')),
    sessions: figure('Sessions', 'Sessions of the window in the domain, whatever became of them.'),
    resolution: share('Resolution', 'resolved now', 'Resolved sessions', bands('Over 75%', '50 to 75%', 'Under 50%')),
    escalation: share('Escalation', 'escalated now', 'Escalated sessions', bands('Under 10%', '10 to 25%', 'Over 25%')),
    guided: share('Guided', 'led by a flow', 'Guided sessions', bands('Over 60%', '30 to 60%', 'Under 30%')),
    median: figure('Median', 'Half of the resolved sessions took no longer than this, from creation to resolution.', [
      { term: 'Of', value: 'Resolved sessions' },
      { term: 'How sure', value: 'At most 1% off; its cell says of how many' },
    ]),
  };

  function share(name: string, are: string, numerator: string, rated: Fact[]): Explanation {
    return figure(`${name} rate`, `Share of all sessions in the domain that are ${are}.`, [
      { term: 'Numerator', value: numerator },
      { term: 'Denominator', value: 'All sessions' },
      { term: 'How sure', value: 'Outlined: too few closed sessions to be sure' },
      ...rated,
    ]);
  }
}

function bands(good: string, fair: string, poor: string): Fact[] {
  return [
    { term: 'Good', value: good },
    { term: 'Fair', value: fair },
    { term: 'Poor', value: poor },
  ];
}
