import { jest } from '@jest/globals';
import type { SessionMomentDto } from '@flowpilot/contracts';

import { session } from '../session-fixture';
import { draftChange, sessionDraft } from './session-draft';
import { problemFacts, psaFacts, timeFacts } from './session-facts';
import { stepsFrom } from './session-steps';
import { timelineLines } from './timeline-lines';

const names = { flowName: () => 'VPN drops', userName: () => 'Priya Nair', unread: () => false };

function moment(kind: SessionMomentDto['kind'], at: string, given: Partial<SessionMomentDto> = {}): SessionMomentDto {
  const nothing = { actor_kind: null, actor: null, note: null, flow_id: null, flow: null, flow_version: null, hours_logged: null, psa_ticket_id: null };
  return { id: `${kind} ${at}`, kind, at, ...nothing, ...given };
}

beforeAll(() => {
  jest.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z') });
});
afterAll(() => {
  jest.useRealTimers();
});

describe('the steps', () => {
  it.each([
    ['active', ['abandon', 'escalate', 'resolve']],
    ['escalated', ['reopen', 'resolve']],
    ['resolved', ['reopen']],
    ['abandoned', ['reopen']],
  ] as const)('from %s', (status, steps) => expect(stepsFrom(status).map(({ step }) => step)).toEqual(steps));
});

describe('the facts', () => {
  it('say how long it took', () => {
    expect(timeFacts(session(), 'Europe/London')).toEqual([
      { term: 'Created', value: 'Nov 24 10:04' },
      { term: 'Escalated', value: 'Nov 24 10:38', note: 'after 34 min' },
      { term: 'Resolved', value: 'Not yet', note: '' },
    ]);
  });

  it('name the people, the doubt and the ticket', () => {
    expect(problemFacts(session(), names).map(({ value }) => value)).toEqual(['VPN', 'Harbour Dental', 'Priya Nair', 'Guided', '0.76']);
    expect(psaFacts(session()).map(({ value }) => value)).toEqual(['#48516', 'Posted', 'None']);
  });
});

describe('the timeline', () => {
  const flow = { flow_id: 'f-1', flow: 'VPN drops', flow_version: 14 };

  it('tells the moments in words', () => {
    const lines = timelineLines(
      [
        moment('created', '2026-11-24T10:04:00Z', { actor_kind: 'api_key', actor: 'Engine' }),
        moment('matched', '2026-11-24T10:05:00Z', flow),
        moment('matched', '2026-11-24T10:20:00Z', { ...flow, flow: 'VPN certificate', flow_version: 2 }),
        moment('note_posted', '2026-11-24T10:31:00Z', { psa_ticket_id: '48516' }),
        moment('escalated', '2026-11-25T10:38:00Z', { actor_kind: 'user', actor: 'Priya Nair', note: 'To the network team' }),
        moment('time_entry_posted', '2026-11-25T11:00:00Z', { hours_logged: 0.75 }),
      ],
      'Europe/London',
    );
    expect(lines.map(({ text, flow: to, sub, at }) => [`${text} ${to ? to.name + to.version : ''}`.trim(), sub, at])).toEqual([
      ['Session started', 'By the key “Engine”', '10:04'],
      ['Matched to VPN drops, version 14', '', '10:05'],
      ['Matched again, to VPN certificate, version 2', '', '10:20'],
      ['Note posted to the ticket', 'Ticket #48516', '10:31'],
      ['Escalated', 'By Priya Nair · “To the network team”', 'Nov 25 10:38'],
      ['0.75 h logged', '', 'Nov 25 11:00'],
    ]);
  });

  it('begins with the match of a session that arrived with it', () => {
    const [line] = timelineLines([moment('created', '2026-11-24T10:04:00Z', { ...flow, actor_kind: 'system' })], 'UTC');
    expect(line).toMatchObject({ text: 'Session started, matched to', sub: '', flow: { id: 'f-1' } });
  });
});

describe('editing', () => {
  it('sends what differs, and null for what was emptied', () => {
    const before = session();
    const draft = sessionDraft(before);
    expect(draftChange(before, draft)).toEqual({});
    expect(draftChange(before, { ...draft, summary: ' New ', client: '', tier: 'exploring' })).toEqual({
      summary: 'New',
      client: null,
      confidence_tier: 'exploring',
    });
    expect(draftChange(before, { ...draft, tier: '' })).toEqual({ confidence_tier: null });
  });
});
