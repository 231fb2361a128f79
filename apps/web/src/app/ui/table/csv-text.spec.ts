import { csvText, rowsCsv } from './csv-text.js';

describe('csvText', () => {
  it('writes the heads, then the rows', () => {
    expect(csvText(['Day', 'Hours, logged'], [['2026-11-09', 31.75]])).toBe('\uFEFFDay,"Hours, logged"\r\n2026-11-09,31.75\r\n');
  });

  it('leaves what is missing empty', () => {
    expect(csvText(['a', 'b', 'c'], [[null, 0, false]])).toContain('\r\n,0,false\r\n');
  });

  it('quotes what would break a row, and defuses what would run', () => {
    expect(csvText(['a'], [['say "hi"\nthere']])).toContain('"say ""hi""\nthere"');
    expect(csvText(['a'], [['=1+1']])).toContain("\r\n'=1+1\r\n");
    expect(csvText(['a'], [[-1]])).toContain('\r\n-1\r\n');
  });
});

describe('rowsCsv', () => {
  it('writes every field under its name, in the order of the rows', async () => {
    const text = await read(rowsCsv([{ name: 'B', score: null, reasons: ['unused', 'low_success'] }, { name: 'A', score: 0.5, reasons: [] }]));
    expect(text).toBe('\uFEFFname,score,reasons\r\nB,,unused low_success\r\nA,0.5,\r\n');
  });
});

/** jsdom's blobs cannot be read but by its reader, which drops the byte order mark unless asked for bytes. */
function read(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}
