import { describe, expect, it } from '@jest/globals';

import { ChaosRun } from '../../../test/psa-chaos/chaos-run.js';

/** The short form of `npm run chaos:psa`. */
describe('the outbox under random faults and kills', () => {
  it('posts everything exactly once, in order, and keeps the same books as the PSA', async () => {
    const report = await ChaosRun.of({ pushes: 80, kills: 3, workers: 2, faultRate: 0.2, seed: 20261124, limitMs: 150_000 });
    expect(report.differences).toEqual([]);
    expect(report.kills).toBe(3);
    expect(Object.keys(report.pushes).sort()).toEqual(['failed', 'sent']);
  }, 180_000);
});
