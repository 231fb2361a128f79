import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { CsvError, type CsvFormat, openCsv } from './csv-file.js';

const FORMAT: CsvFormat = { delimiter: ',', encoding: 'utf-8' };

describe('openCsv', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-file-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string | Uint8Array, format: Partial<CsvFormat> = {}) {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    const { heading, rows } = await openCsv(path, { ...FORMAT, ...format });
    const found: (readonly [number, readonly string[]])[] = [];
    for await (const row of rows) found.push([row.line, row.cells]);
    return { heading, rows: found };
  }

  it.each([['\n'], ['\r\n']])('says on which physical line a row begins (%j)', async (end) => {
    const text = ['a,b', '1,2', `"x${end}${end}y",3`, '', '4,5', '6,"7 ""8"""', ''].join(end);
    expect(await read(text)).toEqual({
      heading: ['a', 'b'],
      rows: [
        [2, ['1', '2']],
        [3, [`x${end}${end}y`, '3']],
        [7, ['4', '5']],
        [8, ['6', '7 "8"']],
      ],
    });
  });

  it('keeps rows of another width, stray quotation marks and a last line without an end', async () => {
    const { rows } = await read('a,b\n1\n1,2,3\n5" disk,"x"y');
    expect(rows).toEqual([
      [2, ['1']],
      [3, ['1', '2', '3']],
      [4, ['5" disk', '"x"y']],
    ]);
  });

  it('strips a byte order mark and blanks around the heading', async () => {
    expect((await read('\uFEFFa; b \n1;2', { delimiter: ';' })).heading).toEqual(['a', 'b']);
  });

  it('reads gzip by its content, not by its name', async () => {
    expect((await read(gzipSync('a,b\n1,2'))).rows).toEqual([[2, ['1', '2']]]);
  });

  it('reads another encoding when told', async () => {
    const bytes = Buffer.from('client\nCaf\xe9', 'latin1');
    expect((await read(bytes, { encoding: 'windows-1252' })).rows).toEqual([[2, ['Café']]]);
    await expect(read(bytes)).rejects.toThrow('name its encoding, as windows-1252');
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'not a CSV file'],
    ['zeros', 'a,b\n\0\0', 'binary data'],
    ['an open quotation mark', 'a,b\n1,2\n3,"open\n4,5\n', 'never closed'],
    ['a truncated archive', gzipSync('a,b\n'.repeat(9999)).subarray(0, 40), 'damaged or cut off'],
    ['a damaged archive', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'damaged or cut off'],
  ])('refuses %s in a sentence', async (_, content, message) => {
    const reading = read(content);
    await expect(reading).rejects.toThrow(CsvError);
    await expect(reading).rejects.toThrow(message);
  });

  it('gives up on a runaway quotation mark before it fills the memory', async () => {
    await expect(read(`a,b\n1,"${'x'.repeat(3_000_000)}\n`)).rejects.toThrow('never closed');
  });
});
