import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type Line, LineSplitter } from './line-splitter.js';

const LIMIT = 16;

function split(pieces: readonly Uint8Array[]): Line[] {
  const splitter = new LineSplitter(LIMIT);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('LineSplitter', () => {
  it.each<[string, Buffer, Line[]]>([
    ['nothing', bytes(''), []],
    ['one line with its end', bytes('one\n'), [{ line: 1, text: 'one' }]],
    ['a last line without an end', bytes('one\ntwo'), [{ line: 1, text: 'one' }, { line: 2, text: 'two' }]],
    ['blank lines, which count', bytes('\n \t\r\none\n\n'), [{ line: 3, text: 'one' }]],
    ['carriage returns', bytes('one\r\ntwo\r\n'), [{ line: 1, text: 'one\r' }, { line: 2, text: 'two\r' }]],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], 'one\n'), [{ line: 1, text: 'one' }]],
    ['what is not UTF-8', bytes('a', [0xff], '\nb\n'), [{ line: 1, fault: 'not_utf8' }, { line: 2, text: 'b' }]],
    ['a character cut off at the end', bytes('a\n', [0xc3]), [{ line: 1, text: 'a' }, { line: 2, fault: 'not_utf8' }]],
    ['a line of just the limit', bytes('x'.repeat(16), '\n'), [{ line: 1, text: 'x'.repeat(16) }]],
    [
      'a line over the limit',
      bytes('x'.repeat(17), '\nb\n'),
      [
        { line: 1, fault: 'too_long' },
        { line: 2, text: 'b' },
      ],
    ],
  ])('reads %s', (_, input, expected) => {
    expect(split([input])).toEqual(expected);
  });

  it('reads the same, wherever the bytes are cut', () => {
    const input = fc.array(fc.constantFrom('ä', '€', '😀', 'x', 'y'.repeat(9), '\n', '\r\n', ' ')).map((parts) => bytes(...parts));
    fc.assert(
      fc.property(input, fc.array(fc.integer({ min: 1, max: 5 })), (whole, sizes) => {
        const pieces: Uint8Array[] = [];
        let rest = whole;
        for (const size of sizes) {
          pieces.push(rest.subarray(0, size));
          rest = rest.subarray(size);
        }
        expect(split([...pieces, rest])).toEqual(split([whole]));
      }),
    );
  });

  it('holds nothing of a line without end', () => {
    const splitter = new LineSplitter(LIMIT);
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const before = process.memoryUsage.rss();
    for (let sent = 0; sent < 2_000; sent += 1) expect(splitter.push(piece)).toEqual([]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
    expect(splitter.push(bytes('\nnext\n'))).toEqual([
      { line: 1, fault: 'too_long' },
      { line: 2, text: 'next' },
    ]);
  });
});
