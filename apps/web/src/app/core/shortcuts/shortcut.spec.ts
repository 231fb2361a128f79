import { afterKey, type KeyHint } from './shortcut.js';

const hint = (...keys: string[]): KeyHint => ({ keys, label: keys.join(' '), group: 'Anywhere' });
const HINTS = [hint('?'), hint('g', 'o'), hint('g', 'c')];

describe('afterKey', () => {
  it.each([
    [[], '?', '?', []],
    [[], 'g', undefined, ['g']],
    [['g'], 'c', 'g c', []],
    [['g'], '?', '?', []],
    [['g'], 'g', undefined, ['g']],
    [['g'], 'x', undefined, []],
    [[], 'o', undefined, []],
  ])('after %j, %s means %s', (pressed: string[], key, label, pending) => {
    const after = afterKey(pressed, key, HINTS);
    expect([after.found?.label, after.pending]).toEqual([label, pending]);
  });
});
