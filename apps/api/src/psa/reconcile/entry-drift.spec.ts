import { describe, expect, it } from '@jest/globals';

import { driftOf } from './entry-drift.js';

const pushed = { activity_id: 'a', psa_entry_id: '7', pushed_hours: 0.3 };
const present = (hours: number | null) => ({ entryId: '7', ticketId: '42', hours, marker: null });

describe('driftOf', () => {
  it.each([
    [present(0.3), null],
    [present(0.1 + 0.2), null],
    [present(null), null],
    [present(0.3001), { activity_id: 'a', state: 'changed', present_hours: 0.3001 }],
    [present(0), { activity_id: 'a', state: 'changed', present_hours: 0 }],
    [present(-1), { activity_id: 'a', state: 'changed', present_hours: 0 }],
    [undefined, { activity_id: 'a', state: 'deleted', present_hours: 0 }],
  ])('of %j', (entry, drift) => {
    expect(driftOf(pushed, entry)).toEqual(drift);
  });
});
