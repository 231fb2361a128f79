import { describe, expect, it } from '@jest/globals';

import { RememberedCounts } from './remembered-counts.js';

const MEBIBYTE = 1024 * 1024;

describe('RememberedCounts', () => {
  const counting = () => {
    const remembered = new RememberedCounts();
    let reads = 0;
    const ask = async (key: string, versions: string, bytes = 0) => {
      await remembered.rows(key, versions, () => {
        reads += 1;
        return Promise.resolve([{ position: 1, resolved_by_bucket: new Uint8Array(bytes) }]);
      });
      return reads;
    };
    return ask;
  };

  it('reads again what is of other versions, and forgets the former', async () => {
    const ask = counting();
    expect(await ask('a', '1')).toBe(1);
    expect(await ask('a', '1')).toBe(1);
    expect(await ask('a', '2')).toBe(2);
    expect(await ask('a', '1')).toBe(3);
    expect(await ask('b', '1')).toBe(4);
  });

  it('forgets what was asked for least, above so many bytes', async () => {
    const ask = counting();
    for (let n = 0; n < 20; n += 1) await ask(`window ${n}`, '1', MEBIBYTE);
    expect(await ask('window 19', '1', MEBIBYTE)).toBe(20);
    expect(await ask('window 0', '1', MEBIBYTE)).toBe(21);
  });

  it('reads what is too large to remember each time', async () => {
    const ask = counting();
    await ask('a', '1', 20 * MEBIBYTE);
    expect(await ask('a', '1', 20 * MEBIBYTE)).toBe(2);
  });

  it('remembers nothing of a read that fails', async () => {
    const remembered = new RememberedCounts();
    await expect(remembered.rows('a', '1', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await remembered.rows('a', '1', () => Promise.resolve([{ position: 1 }]))).toEqual([{ position: 1 }]);
  });
});
