import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { collapseWhiteSpace, domainKey } from './domain-key.js';

describe('domainKey', () => {
  it.each([
    ['VPN', 'vpn'],
    ['  VPN  ', 'vpn'],
    ['Remote \t\n access', 'remote access'],
    ['Remote\u00A0access', 'remote access'],
    ['ＶＰＮ', 'vpn'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Cafe\u0301', 'café'],
    ['CAFÉ', 'café'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['ﬁle server', 'file server'],
    ['Isı', 'isı'],
    ['', ''],
    [' \u3000 ', ''],
  ])('%j has the key %j', (name, key) => {
    expect(domainKey(name)).toBe(key);
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        expect(domainKey(domainKey(name))).toBe(domainKey(name));
      }),
    );
  });

  it('does not see case, width or white space around the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), (name) => {
        expect(domainKey(`\t ${name.toUpperCase()} `)).toBe(domainKey(name.toLowerCase()));
      }),
    );
  });
});

describe('collapseWhiteSpace', () => {
  it('keeps the spelling and one space between the words', () => {
    expect(collapseWhiteSpace('  Active   Directory ')).toBe('Active Directory');
  });
});
