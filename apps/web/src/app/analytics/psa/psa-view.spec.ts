import { psaMetrics } from './psa-fixture';
import { isEmpty, psaFigures, pushLines, pushSteps, reachText, unloggedWork } from './psa-view';

describe('psaFigures', () => {
  const nothing = { total_time_entries: 0, total_hours_logged: 0, avg_hours_per_session: 0 };

  it('compares with the previous window, hours in parts of an hour', () => {
    const { entries, hours, hoursASession } = psaFigures(psaMetrics(), psaMetrics().previous);
    expect(entries).toMatchObject({ figure: '778', unit: '', change: { direction: 'up', size: '9.1%', from: '713' } });
    expect(hours).toMatchObject({ figure: '641.25', unit: 'h', change: { direction: 'up', size: '6.3%', from: '603.25 h' } });
    expect(hoursASession).toMatchObject({ figure: '0.93', change: { direction: 'down', size: '2.1%', from: '0.95 h' } });
  });

  it('has no change from nothing', () => {
    const figures = psaFigures(psaMetrics(), nothing);
    expect(figures.entries.change).toBeUndefined();
    expect(figures.hours.change).toBeUndefined();
  });

  it('falls by all of it to nothing', () => {
    expect(psaFigures(nothing, psaMetrics()).entries.change).toMatchObject({ direction: 'down', size: '100.0%' });
  });

  it('does not judge: more work is neither good nor bad', () => {
    expect(psaFigures(psaMetrics(), psaMetrics().previous).entries.change?.tone).toBe('neutral');
  });
});

describe('the push funnel', () => {
  it('goes from the session to the timesheet', () => {
    expect(pushSteps(psaMetrics()).map(({ label, count }) => [label, count])).toEqual([
      ['Sessions', 1_284],
      ['Linked to a ticket', 1_054],
      ['Note pushed', 820],
      ['Time entry logged', 677],
    ]);
  });

  it('says how many reach the timesheet', () => {
    expect(reachText(psaMetrics())).toBe('52.7% of sessions reach the timesheet');
    const empty = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0 };
    expect(reachText(psaMetrics({ push_funnel: empty }))).toBe('No sessions in this window');
  });
});

describe('unloggedWork', () => {
  it('estimates what is not logged', () => {
    expect(unloggedWork(psaMetrics())).toMatchObject({ sessions: '143', estimate: '134 h', average: '0.93 h' });
    expect(unloggedWork(psaMetrics({ unlogged_hours_estimate: 2.25 })).estimate).toBe('2.25 h');
  });

  it('does not estimate without an entry to go by', () => {
    const work = unloggedWork(psaMetrics({ unlogged_hours_estimate: null }));
    expect(work.estimate).toBeNull();
    expect(work.basis).toContain('No estimate');
  });

  it('is content when everything is logged', () => {
    expect(unloggedWork(psaMetrics({ unlogged_sessions: 0, unlogged_hours_estimate: 0 })).estimate).toBeNull();
  });

  it('speaks of one session as of one', () => {
    expect(unloggedWork(psaMetrics({ unlogged_sessions: 1 })).sentence).toBe('session on a ticket has no time entry.');
  });
});

describe('pushLines', () => {
  it('marks failures, and nothing else', () => {
    expect(pushLines(psaMetrics()).map(({ text, bad }) => [text, bad])).toEqual([
      ['4 failed', true],
      ['2 pending', false],
      ['9 entries without a session', false],
    ]);
    expect(pushLines(psaMetrics({ failed_pushes: 0 }))[0]).toMatchObject({ text: '0 failed', bad: false });
    expect(pushLines(psaMetrics({ unattributed_entries: 1 }))[2]?.text).toBe('1 entry without a session');
  });
});

describe('isEmpty', () => {
  it('needs neither sessions nor entries', () => {
    const none = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0 };
    expect(isEmpty(psaMetrics({ push_funnel: none, total_time_entries: 0 }))).toBe(true);
    expect(isEmpty(psaMetrics({ push_funnel: none }))).toBe(false);
    expect(isEmpty(psaMetrics({ total_time_entries: 0 }))).toBe(false);
  });
});
