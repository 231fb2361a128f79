import { dayAndTime } from '../../ui/dates.js';
import { driftWords } from './drift-words';
import { psaMetrics } from './psa-fixture';

const DRIFT = {
  pushed_hours: 641.25,
  present_hours: 640,
  changed_entries: 3,
  deleted_entries: 1,
  reconciled_at: '2026-11-24T03:10:00Z',
  window: psaMetrics().window,
};

describe('the drift of a window', () => {
  it('sets the hours as pushed against those of the PSA', () => {
    expect(driftWords(DRIFT)).toMatchObject({ pushed: '641.25 h', present: '640.00 h', difference: '−1.25 h', some: true });
    expect(driftWords(DRIFT).read).toContain(dayAndTime(DRIFT.reconciled_at, 'Europe/London'));
  });

  it('compares nothing before the PSA was read', () => {
    expect(driftWords({ ...DRIFT, reconciled_at: null })).toMatchObject({ present: '–', difference: '–' });
  });
});
