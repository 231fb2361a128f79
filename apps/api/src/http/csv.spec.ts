import { text } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';

import { csvCell, csvFields, csvFile } from './csv.js';

interface Row {
  name: string;
  n: number | null;
}

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-x', "'-x"],
    ['@x,y', `"'@x,y"`],
    [-1.5, '-1.5'],
    [0, '0'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    ['', ''],
  ])('shows %j as %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('csvFile', () => {
  const columns = csvFields<Row>('name', 'n');

  it('begins with a mark and the heads, and ends every line', async () => {
    const rows = [
      { name: 'a', n: 1 },
      { name: 'b,c', n: null },
    ];
    const file = csvFile('rows', columns, rows);
    expect(file.options).toMatchObject({ disposition: 'attachment; filename="rows.csv"' });
    // Straight from the stream: as a text, a decoder would swallow the mark.
    const chunks: Buffer[] = [];
    for await (const chunk of file.getStream()) chunks.push(Buffer.from(chunk as string));
    expect(Buffer.concat(chunks).toString('utf8')).toBe('\uFEFFname,n\r\na,1\r\n"b,c",\r\n');
  });

  it('takes rows as they come', async () => {
    async function* rows() {
      yield { name: 'a', n: 1 };
      await Promise.resolve();
      yield { name: 'b', n: 2 };
    }
    expect(await text(csvFile('rows', columns, rows()).getStream())).toContain('a,1\r\nb,2\r\n');
  });

  it('says so when the rows fail half-way', async () => {
    function* rows() {
      yield { name: 'a', n: 1 };
      throw new Error('gone');
    }
    await expect(text(csvFile('rows', columns, rows()).getStream())).rejects.toThrow('gone');
  });
});
