import { jest } from '@jest/globals';

import { session } from '../session-fixture';
import { sessionTitle, ticketName } from '../session-words';
import { sessionRow } from './session-rows';

const names = { flowName: () => 'VPN drops', userName: () => 'Priya Nair', unread: () => false };
const unknown = { flowName: () => undefined, userName: () => undefined, unread: () => false };

beforeAll(() => {
  jest.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z') });
});
afterAll(() => {
  jest.useRealTimers();
});

describe('a session in the list', () => {
  it('shows what is known of it, in the days of the account', () => {
    expect(sessionRow(session({ created_at: '2026-11-24T23:30:00Z' }), names, 'Europe/Berlin')).toMatchObject({
      title: 'Tunnel drops after 3 to 4 minutes',
      day: 'Nov 25',
      time: '00:30',
      sub: 'Nov 25 00:30 · Harbour Dental',
      engineer: 'Priya Nair',
      flow: { id: 'f-1', name: 'VPN drops' },
      tier: 'Guided',
      status: { label: 'Escalated' },
      minutes: '–',
      ticket: '#48516',
      hasNote: true,
      hasTimeEntry: false,
    });
  });

  it('says the year where it is another one', () => {
    const old = sessionRow(session({ created_at: '2016-02-29T10:04:00Z' }), names, 'UTC');
    expect(old).toMatchObject({ day: 'Feb 29, 2016', sub: 'Feb 29, 2016 10:04 · Harbour Dental' });
  });

  it('says how long its resolution took', () => {
    expect(sessionRow(session({ status: 'resolved', resolved_at: '2026-11-24T10:39:00Z' }), names, 'UTC').minutes).toBe('35 min');
  });

  it('has dashes for what is missing, and names for what is not known yet', () => {
    const bare = session({ user_id: null, client: null, problem_domain: null, confidence_tier: null, psa_ticket_id: null, matched_flow_id: null });
    expect(sessionRow(bare, names, 'UTC')).toMatchObject({ client: '–', domain: '–', engineer: '–', tier: '–', ticket: '–', flow: undefined });
    expect(sessionRow(session(), unknown, 'UTC')).toMatchObject({ engineer: '–', flow: { name: 'A flow' } });
    expect(sessionRow(session(), { ...unknown, unread: () => true }, 'UTC').engineer).toBe('Unknown');
  });

  it('is called by its domain or reference where it has no summary', () => {
    const nameless = { summary: null, problem_domain: null, external_ref: null };
    expect(sessionTitle({ ...nameless, problem_domain: 'VPN' })).toBe('VPN session');
    expect(sessionTitle({ ...nameless, external_ref: 'eng-1' })).toBe('eng-1');
    expect(sessionTitle(nameless)).toBe('Session without a summary');
    expect([ticketName('48516'), ticketName('T-1')]).toEqual(['#48516', 'T-1']);
  });
});
