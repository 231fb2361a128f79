import type { Concept } from '../reference/history.js';

/** Problem domains, each with spellings that mean the same; the index is the concept. */
export const SPELLINGS: readonly (readonly string[])[] = [
  ['VPN', 'vpn', '  Vpn\t', 'ＶＰＮ', '𝐕𝐏𝐍'],
  ['Straße', 'STRASSE', 'strasse', 'STRAẞE', ' Straße '],
  ['Remote Access', 'remote  access', 'REMOTE\u00A0ACCESS', 'Remote\r\n access'],
  ['Café', 'Cafe\u0301', 'CAFÉ', 'CAFE\u0301'],
  ['ΟΔΟΣ', 'οδος', 'Οδοσ'],
  ['ﬁle share', 'File Share', 'FILE\u3000SHARE'],
  ['Isı', 'ISı'],
  ['Isi', 'ISI'],
  ['№ 5', 'No 5', 'NO 5'],
  ['=cmd|"x"', '=CMD|"X"'],
];

/** What an engine may send when it knows no domain. */
export const BLANKS: readonly string[] = ['', '  ', '\u3000', '\t\n'];

export const CONCEPTS: readonly Concept[] = SPELLINGS.map((_, concept) => concept);

/** Some tie when lower-cased, and some order differently by UTF-16 unit than by code point. */
export const FLOW_NAMES: readonly string[] = ['Reset', 'reset', 'RESET', 'Émile', 'zebra', 'Ａ', '😀', 'a', 'a b'];
