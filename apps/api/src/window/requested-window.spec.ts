import { describe, expect, it } from '@jest/globals';

import type { WindowQueryDto } from '@flowpilot/contracts';

import { Problem } from '../http/problem.js';
import { requestedWindow } from './requested-window.js';

function pointerOf(query: WindowQueryDto): string | undefined {
  try {
    requestedWindow(query);
  } catch (error) {
    if (error instanceof Problem && error.code === 'validation_failed') return error.errors?.[0]?.pointer;
    throw error;
  }
  return undefined;
}

describe('requestedWindow', () => {
  it('is the last 30 days when nothing is asked for', () => {
    expect(requestedWindow({})).toEqual({ period: '30d', days: 30, firstDay: null, lastDay: null });
  });

  it('takes a period or a range', () => {
    expect(requestedWindow({ period: '7d' })).toMatchObject({ period: '7d', days: 7 });
    expect(requestedWindow({ from: '2026-02-01', to: '2026-02-28' })).toEqual({
      period: 'custom',
      days: null,
      firstDay: '2026-02-01',
      lastDay: '2026-02-28',
    });
  });

  it.each<[string, WindowQueryDto, string]>([
    ['a period beside a range', { period: '7d', from: '2026-01-01', to: '2026-01-02' }, 'period'],
    ['a period beside half a range', { period: '7d', to: '2026-01-02' }, 'period'],
    ['a range without an end', { from: '2026-01-01' }, 'to'],
    ['a range without a beginning', { to: '2026-01-01' }, 'from'],
    ['a day that does not exist', { from: '2026-02-30', to: '2026-03-01' }, 'from'],
    ['29 February of a common year', { from: '2026-01-01', to: '2026-02-29' }, 'to'],
    ['a month that does not exist', { from: '2026-13-01', to: '2026-13-02' }, 'from'],
    ['the year 0', { from: '0000-01-01', to: '0000-01-02' }, 'from'],
    ['an instant', { from: '2026-01-01T00:00', to: '2026-01-02' }, 'from'],
    ['a range backwards', { from: '2026-01-02', to: '2026-01-01' }, 'from'],
    ['a range of 367 days', { from: '2026-01-01', to: '2027-01-02' }, 'to'],
  ])('refuses %s', (_, query, pointer) => {
    expect(pointerOf(query)).toBe(pointer);
  });

  it.each<[string, WindowQueryDto]>([
    ['a range of 366 days', { from: '2026-01-01', to: '2027-01-01' }],
    ['a leap day', { from: '2024-02-29', to: '2024-02-29' }],
  ])('takes %s', (_, query) => {
    expect(pointerOf(query)).toBeUndefined();
  });
});
