import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { SharedReads } from './shared-reads.js';

/** Reads that end when they are told to, and say how many had begun. */
class Reads {
  begun = 0;
  private readonly ends: (() => void)[] = [];

  readonly read = async (): Promise<number> => {
    this.begun += 1;
    const mine = this.begun;
    await new Promise<void>((end) => this.ends.push(end));
    return mine;
  };

  async end(): Promise<void> {
    this.ends.shift()?.();
    await sleep(0);
  }
}

describe('SharedReads', () => {
  it('lets those who come while a read is at work share the next one', async () => {
    const [shared, reads] = [new SharedReads(), new Reads()];
    const answers = Array.from({ length: 16 }, () => shared.share('coverage', reads.read));
    expect(reads.begun).toBe(1);
    await reads.end();
    expect(reads.begun).toBe(2);
    await reads.end();
    expect(await Promise.all(answers)).toEqual([1, ...Array.from({ length: 15 }, () => 2)]);
  });

  it('keeps apart what is not the same', async () => {
    const [shared, reads] = [new SharedReads(), new Reads()];
    const answers = [shared.share('one', reads.read), shared.share('other', reads.read)];
    expect(reads.begun).toBe(2);
    await reads.end();
    await reads.end();
    expect(await Promise.all(answers)).toEqual([1, 2]);
  });

  it('begins anew after a failure, which only those who shared it see', async () => {
    const shared = new SharedReads();
    const failed = shared.share('key', () => Promise.reject(new Error('gone')));
    const next = shared.share('key', () => Promise.resolve('there'));
    await expect(failed).rejects.toThrow('gone');
    expect(await next).toBe('there');
    expect(await shared.share('key', () => Promise.resolve('again'))).toBe('again');
  });

  it('does not wait for ever for a read that never ends', async () => {
    const shared = new SharedReads(20);
    void shared.share('key', () => new Promise(() => undefined));
    expect(await shared.share('key', () => Promise.resolve('there'))).toBe('there');
  });

  describe('after a read that several shared', () => {
    /** Two who shared a read that took `tookMs`, answered by now. */
    async function afterCrowd(tookMs: number): Promise<{ ask: () => Promise<number>; begun: () => number }> {
      const shared = new SharedReads();
      let begun = 0;
      const ask = () =>
        shared.share('key', async () => {
          begun += 1;
          await sleep(tookMs);
          return begun;
        });
      await Promise.all([ask(), ask(), ask()]); // The first alone, then the other two.
      return { ask, begun: () => begun };
    }

    it('begins the next one when as many have asked', async () => {
      const { ask, begun } = await afterCrowd(30);
      const first = ask();
      await sleep(5);
      expect(begun()).toBe(2);
      expect(await Promise.all([first, ask()])).toEqual([3, 3]);
    });

    it('waits for the others no longer than their read took', async () => {
      const { ask } = await afterCrowd(20);
      expect(await Promise.race([ask(), sleep(5_000, 'never')])).toBe(3);
    });

    it('expects nobody once they stayed away', async () => {
      const { ask, begun } = await afterCrowd(5);
      await sleep(150);
      const alone = ask();
      expect(begun()).toBe(3);
      await alone;
    });
  });

  it('never answers from before it was asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('write', 'read', 'wait'), { maxLength: 40 }), async (steps) => {
        const shared = new SharedReads();
        let written = 0;
        const read = async () => {
          const seen = written;
          await sleep(1);
          return seen;
        };
        const answers: Promise<void>[] = [];
        for (const step of steps) {
          if (step === 'write') written += 1;
          if (step === 'wait') await sleep(1);
          if (step !== 'read') continue;
          const acknowledged = written;
          answers.push(shared.share('key', read).then((seen) => { expect(seen).toBeGreaterThanOrEqual(acknowledged); }));
        }
        await Promise.all(answers);
      }),
      { numRuns: 30 },
    );
  });
});
