import { psaTrends } from './psa-trends';

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ date: `day ${index.toString()}`, entries: index % 7 < 5 ? 7 : 0, hours: 2 }));

describe('psaTrends', () => {
  it('shows the days of a short window as they are', () => {
    expect(psaTrends(days(7))).toMatchObject({ entries: [7, 7, 7, 7, 7, 0, 0], each: 'a day' });
  });

  it('smooths the weekends out of a long one', () => {
    const { entries, hours, each } = psaTrends(days(30));
    expect(entries).toHaveLength(24);
    expect(new Set(entries)).toEqual(new Set([5]));
    expect(hours.every((value) => value === 2)).toBe(true);
    expect(each).toBe('a day, over 7 days each');
  });
});
