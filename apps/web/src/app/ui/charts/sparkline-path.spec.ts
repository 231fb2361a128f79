import { sparklineShape } from './sparkline-path';

describe('sparklineShape', () => {
  it('stretches from the least to the greatest value', () => {
    expect(sparklineShape([0, 10, 5], 104, 24)).toEqual({ path: 'M2,22L52,2L102,12', end: { x: 102, y: 12 } });
  });

  it('lays equal values in the middle', () => {
    expect(sparklineShape([3, 3], 104, 24).path).toBe('M2,12L102,12');
  });

  it('breaks where a value is missing', () => {
    expect(sparklineShape([0, 10, null, 10, 0], 104, 24).path).toBe('M2,22L27,2M77,2L102,22');
  });

  it('ends at the last value that is known', () => {
    expect(sparklineShape([0, 10, null], 104, 24).end).toEqual({ x: 52, y: 2 });
  });

  it('draws no line through one value, and nothing through none', () => {
    expect(sparklineShape([5], 104, 24)).toEqual({ path: '', end: { x: 2, y: 12 } });
    expect(sparklineShape([null], 104, 24)).toEqual({ path: '', end: null });
    expect(sparklineShape([], 104, 24)).toEqual({ path: '', end: null });
  });
});
