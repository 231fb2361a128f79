import { psaMetrics } from './psa-fixture';
import { driftRows, gapRows, stepRows, stripRows } from './psa-rows';

const { window } = psaMetrics();

describe('the rows behind the PSA tab', () => {
  it('are the time entries of the window, and of the days before it', () => {
    const entries = { period: '30d', activity_type: 'time_entry_posted' };
    expect(stripRows(psaMetrics())).toEqual({
      now: { path: '/psa/activities', query: entries },
      before: { path: '/psa/activities', query: { ...entries, previous: 'true' } },
    });
  });

  it('follow the funnel: who came, and who was lost on the way', () => {
    expect(stepRows(window, 0)).toEqual({ rows: { path: '/sessions', query: { period: '30d' } } });
    expect(stepRows(window, 1)).toEqual({
      rows: { path: '/sessions', query: { period: '30d', step: 'linked_to_ticket' } },
      lostRows: { path: '/sessions', query: { period: '30d', lost_after: 'total_sessions' } },
    });
    expect(stepRows(window, 3).lostRows?.query).toMatchObject({ lost_after: 'doc_pushed' });
  });

  it('are none where nothing is amiss', () => {
    expect(gapRows(psaMetrics({ failed_pushes: 0 })).failed_pushes).toBeUndefined();
    expect(gapRows(psaMetrics()).unlogged_sessions).toEqual({ path: '/sessions', query: { period: '30d', unlogged: 'true' } });
  });

  it('are the entries of the drift, and none where nothing differs', () => {
    const drift = { pushed_hours: 641.25, present_hours: 640, changed_entries: 3, deleted_entries: 0, reconciled_at: null, window };
    expect(driftRows(drift)).toEqual({
      pushed: { path: '/psa/activities', query: { period: '30d', activity_type: 'time_entry_posted' } },
      changed: { path: '/psa/drift', query: { period: '30d' } },
      deleted: undefined,
    });
    expect(driftRows({ ...drift, pushed_hours: 0 }).pushed).toBeUndefined();
  });
});
