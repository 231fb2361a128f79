import type { WindowDto } from '@flowpilot/contracts';
import { DEFAULT_UNLOGGED_AFTER_HOURS } from '@flowpilot/metrics';

import type { Explanation, Fact } from '../../ui/explain/explanation.js';
import { explained, explainedWithPrevious } from '../explained.js';

export type ExplainedPsa = 'entries' | 'hours' | 'hoursASession' | 'funnel' | 'trend' | 'unlogged' | 'pushes' | 'drift';

/** What every figure of the tab means. */
export function psaExplanations(window: WindowDto): Record<ExplainedPsa, Explanation> {
  const figure = (title: string, definition: string, facts: Fact[] = []) => explained(title, definition, window, facts);
  const total = (title: string, definition: string, facts: Fact[] = []) => explainedWithPrevious(title, definition, window, facts);
  return {
    entries: total('Time entries', 'Time entries posted to the PSA in the window, with or without a session.'),
    hours: total('Hours logged', 'Sum of the hours of those time entries.'),
    hoursASession: total('Hours a session', 'Hours logged in the window, over the sessions that they were logged for.', [
      { term: 'Numerator', value: 'Hours logged' },
      { term: 'Denominator', value: 'Sessions with an entry' },
    ]),
    funnel: figure('From session to timesheet', 'Sessions of the window; each step counts those of the step before it.', [
      { term: 'Ticket', value: 'Linked to a PSA ticket' },
      { term: 'Note', value: 'Of those, a note was posted' },
      { term: 'Time entry', value: 'Of those, time was logged' },
      { term: 'Skipped a step', value: 'Time logged, but no note or no ticket' },
    ]),
    trend: figure('Entries and hours a day', 'Time entries and their hours by the local day on which they were posted.'),
    unlogged: figure('Unlogged work', 'Sessions on a ticket, resolved or escalated for a while, without a time entry.', [
      { term: 'For a while', value: `${DEFAULT_UNLOGGED_AFTER_HOURS.toString()} h, or the account’s own setting` },
      { term: 'Estimate', value: 'Sessions × hours a session' },
    ]),
    pushes: figure('Pushes', 'Notes, time entries and status changes sent to the PSA, by how they stand now.', [
      { term: 'Entries without a session', value: 'Logged in the PSA alone' },
    ]),
    drift: figure('Drift', 'How the hours of the window’s time entries differ from what the PSA holds of them now.', [
      { term: 'Read', value: 'Every night, out of the PSA' },
      { term: 'The other figures', value: 'Keep the hours as pushed' },
    ]),
  };
}
