import { lateTimes } from './late-writes.js';

const NOW = new Date('2026-06-30T12:00:00Z');
const noted = (...begun: string[]) => lateTimes(begun.map((time) => new Date(time)), NOW).map((time) => time.toISOString());

describe('lateTimes', () => {
  it('says nothing of recent sessions', () => {
    expect(noted('2026-06-30T10:00:00.001Z', '2026-06-30T12:04:00Z')).toEqual([]);
    expect(noted('2026-06-30T10:00:00Z')).toEqual(['2026-06-30T10:00:00.000Z']);
  });

  it('names the first and the last of each hour, in whatever order they come', () => {
    expect(noted('2026-06-29T05:59:59Z', '2026-06-29T05:00:00Z', '2026-06-29T05:20:00Z', '2026-06-29T06:00:00Z')).toEqual([
      '2026-06-29T05:00:00.000Z',
      '2026-06-29T05:59:59.000Z',
      '2026-06-29T06:00:00.000Z',
    ]);
  });

  it('takes times before 1970', () => {
    expect(noted('1969-12-31T23:00:00Z', '1970-01-01T01:00:00Z')).toEqual(['1969-12-31T23:00:00.000Z', '1970-01-01T01:00:00.000Z']);
  });
});
