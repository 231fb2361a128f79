import { csvText } from './csv-text';

describe('csvText', () => {
  it('writes the heads, then the rows', () => {
    expect(csvText(['Day', 'Hours, logged'], [['2026-11-09', 31.75]])).toBe('\uFEFFDay,"Hours, logged"\r\n2026-11-09,31.75\r\n');
  });

  it('leaves what is missing empty', () => {
    expect(csvText(['a', 'b'], [[null, 0]])).toContain('\r\n,0\r\n');
  });

  it('quotes what would break a row, and defuses what would run', () => {
    expect(csvText(['a'], [['say "hi"\nthere']])).toContain('"say ""hi""\nthere"');
    expect(csvText(['a'], [['=1+1']])).toContain("\r\n'=1+1\r\n");
    expect(csvText(['a'], [[-1]])).toContain('\r\n-1\r\n');
  });
});
