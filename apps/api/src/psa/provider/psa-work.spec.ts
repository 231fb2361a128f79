import { describe, expect, it } from '@jest/globals';

import { findMarker, markerOf, withoutMarkers } from './psa-work.js';

const one = markerOf('01990000-0000-7000-8000-000000000001');
const other = '01990000-0000-7000-8000-000000000002';

describe('withoutMarkers', () => {
  it.each([
    [`Done ${one}`, 'Done'],
    [`Done [flowpilot:${one}${other}]`, 'Done'],
    [`[flow[flowpilot:${one}${other}]pilot:${other}]Done`, 'Done'],
    ['[flowpilot:x] stays', '[flowpilot:x] stays'],
  ])('leaves no marker in %s', (text, left) => {
    expect(withoutMarkers(text)).toBe(left);
    expect(findMarker(withoutMarkers(text))).toBeNull();
  });
});
