import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { together } from './together.js';

describe('together', () => {
  it('answers in the order of the reads', async () => {
    const [slow, soon] = await together(sleep(10, 'slow'), Promise.resolve(1));
    expect([slow, soon]).toEqual(['slow', 1]);
  });

  it('tells what failed, once all have ended', async () => {
    const ended: string[] = [];
    const read = async (name: string, ms: number, fails: boolean) => {
      await sleep(ms);
      ended.push(name);
      if (fails) throw new Error(name);
    };
    await expect(together(read('late', 30, true), read('first', 1, true), read('last', 60, false))).rejects.toThrow('late');
    expect(ended).toEqual(['first', 'late', 'last']);
  });

  it('tells why, rather than what a failed transaction makes of the others', async () => {
    const failing = async (code: string, ms: number) => {
      await sleep(ms);
      throw Object.assign(new Error(code), { code });
    };
    await expect(together(failing('25P02', 1), failing('0A000', 10))).rejects.toThrow('0A000');
    await expect(together(failing('25P02', 1))).rejects.toThrow('25P02');
  });
});
