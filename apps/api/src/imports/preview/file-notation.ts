import { DELIMITERS } from '../mapping/mapping-document.js';

const UTF_16_LITTLE_ENDIAN = Buffer.from([0xff, 0xfe]);

/** UTF-8 if the bytes can be that, else what most spreadsheets of the West write. */
export function encodingOfBytes(head: Buffer): string {
  if (head.subarray(0, 2).equals(UTF_16_LITTLE_ENDIAN)) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The delimiter that the heading holds most of; a comma if it holds none. */
export function delimiterOf(head: Buffer, encoding: string): string {
  const [heading = ''] = new TextDecoder(encoding).decode(head).split(/\r?\n/, 1);
  const bare = heading.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
