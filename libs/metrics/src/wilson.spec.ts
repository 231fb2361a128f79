import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { wilsonInterval } from './wilson.js';

describe('wilsonInterval', () => {
  it.each([
    [3, 3, 0.439, 1],
    [9, 10, 0.596, 0.982],
    [45, 50, 0.786, 0.957],
    [0, 3, 0, 0.561],
    [1, 1, 0.207, 1],
  ])('of %i resolved in %i closed is %d to %d', (resolved, closed, low, high) => {
    expect(wilsonInterval(resolved, closed)).toEqual({ success_low: low, success_high: high });
  });

  it('is unknown when nothing is closed', () => {
    expect(wilsonInterval(0, 0)).toEqual({ success_low: null, success_high: null });
  });

  it('holds the share it is about, within 0 and 1, and mirrors it', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (resolved, others) => {
        const closed = resolved + others;
        if (closed === 0) return;
        const { success_low: low, success_high: high } = wilsonInterval(resolved, closed);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(resolved / closed + 0.0005);
        expect(high).toBeGreaterThanOrEqual(resolved / closed - 0.0005);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = wilsonInterval(others, closed);
        expect((low ?? 0) + (mirrored.success_high ?? 0)).toBeCloseTo(1, 2);
      }),
    );
  });
});
