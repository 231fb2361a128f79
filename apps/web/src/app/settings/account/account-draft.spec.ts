import { changesOf, differs } from './account-draft.js';

const STORED = { name: 'Northgate IT', time_zone: 'Europe/London', min_sample: 8, unlogged_after_hours: 24 };

describe('the draft of an account', () => {
  it('sends what differs, and nothing else', () => {
    expect(changesOf(STORED, STORED)).toEqual({});
    expect(changesOf({ ...STORED, name: ' Southgate IT ' }, STORED)).toEqual({ name: 'Southgate IT' });
    expect(changesOf({ ...STORED, time_zone: 'UTC', min_sample: 20, unlogged_after_hours: 0 }, STORED)).toEqual({
      time_zone: 'UTC',
      min_sample: 20,
      unlogged_after_hours: 0,
    });
  });

  it('sends no number that was taken away, but would be lost on leaving', () => {
    const emptied = { ...STORED, min_sample: null };
    expect(changesOf(emptied, STORED)).toEqual({});
    expect(differs(emptied, STORED)).toBe(true);
    expect(differs({ ...STORED }, STORED)).toBe(false);
  });
});
