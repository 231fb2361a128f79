import { describe, expect, it } from '@jest/globals';

import { Settings } from '../../config/settings.js';
import { SecretBox, UnreadableSecrets } from './secret-box.js';

const box = (encryptionKey = 'e'.repeat(32)) => new SecretBox(new Settings({ jwtSecret: 'j'.repeat(32), encryptionKey }));
const secrets = { private_key: 'hunter2', public_key: 'pub' };
const account = '01990000-0000-7000-8000-00000000000a';

describe('SecretBox', () => {
  it('opens what it sealed, and never seals twice alike', () => {
    const sealed = box().seal(account, secrets);
    expect(box().open(account, sealed)).toEqual(secrets);
    expect(box().seal(account, secrets).equals(sealed)).toBe(false);
    expect(sealed.includes('hunter2')).toBe(false);
  });

  it.each<[string, (sealed: Buffer) => unknown]>([
    ['another key', (sealed) => box('x'.repeat(32)).open(account, sealed)],
    ['another account', (sealed) => box().open('01990000-0000-7000-8000-00000000000b', sealed)],
    ['a changed byte', (sealed) => box().open(account, Buffer.from(sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))))],
    ['a cut box', (sealed) => box().open(account, sealed.subarray(0, 20))],
    ['an empty one', () => box().open(account, Buffer.alloc(0))],
    ['another version', (sealed) => box().open(account, Buffer.from(sealed.map((byte, at) => (at === 0 ? 2 : byte))))],
  ])('does not open with %s', (_what, open) => {
    expect(() => open(box().seal(account, secrets))).toThrow(UnreadableSecrets);
  });
});
