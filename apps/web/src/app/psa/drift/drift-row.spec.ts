import { driftRow } from './drift-row';

describe('drift', () => {
  it('shows no hours of an entry that is gone', () => {
    const entry = {
      activity_id: 'a',
      session_id: null,
      user_id: null,
      psa_ticket_id: null,
      psa_entry_id: '1001',
      state: 'deleted' as const,
      pushed_hours: 0.5,
      present_hours: 0,
      created_at: '2026-11-24T10:04:00Z',
      noticed_at: '2026-11-25T03:00:00Z',
    };
    expect(driftRow(entry, 'UTC')).toMatchObject({ label: 'Deleted', pushed: '0.50 h', present: '–', difference: '−0.50 h', ticket: '–' });
  });
});
