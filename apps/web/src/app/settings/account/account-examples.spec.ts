import { minSampleExample, unloggedExample } from './account-examples.js';

describe('minSampleExample', () => {
  it('says between what the true rate of the least sample lies', () => {
    expect(minSampleExample(8)).toBe(
      'A flow with 5 sessions resolved of 8 closed is rated, though its true rate may lie anywhere from 30.6% to 86.3%. With 7 closed it would be marked “too few to be sure”.',
    );
  });

  it('knows that one is always enough for one', () => {
    expect(minSampleExample(1)).toBe('Every rate is rated, even of a single closed session.');
  });

  it.each([null, 0, -1, 2.5])('says nothing of %s', (value) => {
    expect(minSampleExample(value)).toBe('');
  });
});

describe('unloggedExample', () => {
  it.each<[number | null, string]>([
    [0, 'A session without a time entry counts as unlogged as soon as it is closed.'],
    [24, 'A session closed on Monday 10:00 without a time entry counts as unlogged from Tuesday 10:00 on.'],
    [30, 'A session closed on Monday 10:00 without a time entry counts as unlogged from Tuesday 16:00 on.'],
    [168, 'A session closed on Monday 10:00 without a time entry counts as unlogged from 7 days later on.'],
    [170, 'A session closed on Monday 10:00 without a time entry counts as unlogged from 7 days and 2 hours later on.'],
    [null, ''],
    [1.5, ''],
  ])('after %s hours', (hours, sentence) => {
    expect(unloggedExample(hours)).toBe(sentence);
  });
});
