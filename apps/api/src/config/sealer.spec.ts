import { describe, expect, it } from '@jest/globals';

import { Sealer } from './sealer.js';
import { Settings } from './settings.js';

const sealer = (encryptionKey = 'e'.repeat(32)) =>
  new Sealer(new Settings({ jwtSecret: 'j'.repeat(32), encryptionKey }));

describe('Sealer', () => {
  it('opens what it sealed, and never seals alike twice', () => {
    const [one, two] = [sealer().seal('geheim ✓', 'test'), sealer().seal('geheim ✓', 'test')];
    expect(sealer().open(one, 'test')).toBe('geheim ✓');
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from('geheim'))).toBe(false);
  });

  it('refuses another key, another purpose and a changed value', () => {
    const sealed = sealer().seal('secret', 'test');
    expect(() => sealer('f'.repeat(32)).open(sealed, 'test')).toThrow();
    expect(() => sealer().open(sealed, 'other')).toThrow();
    sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
    expect(() => sealer().open(sealed, 'test')).toThrow();
  });
});
