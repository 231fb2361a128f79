import { describe, expect, it } from '@jest/globals';

import { isInstant } from './instant.js';

describe('isInstant', () => {
  it.each([
    '2026-06-30T09:15:00Z',
    '2026-06-30T09:15Z',
    '2026-06-30T09:15:00.123456789Z',
    '2026-06-30T09:15:00+05:45',
    '2024-02-29T23:59:59-12:00',
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ])('takes %s, and a date can be made of it', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(new Date(text).getTime()).not.toBeNaN();
  });

  it.each([
    '2026-06-30',
    '2026-06-30T09:15:00',
    '2026-06-30 09:15:00Z',
    '2026-06-30T24:00:00Z',
    '2026-06-30T09:60:00Z',
    '2026-06-31T09:15:00Z',
    '2025-02-29T09:15:00Z',
    '2026-00-10T09:15:00Z',
    '2026-06-00T09:15:00Z',
    '1969-12-31T23:59:59Z',
    '2026-06-30T09:15:00,5Z',
    '2026-06-30T09:15:00Z\n',
    '30.06.2026',
    '',
    1_782_810_900_000,
    null,
    ['2026-06-30T09:15:00Z'],
  ])('refuses %j', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});
