import { describe, expect, it } from '@jest/globals';

import { type AttentionFacts, attentionReasons } from './attention.js';

const healthy: AttentionFacts = {
  usageCount: 10,
  resolved: 8,
  closed: 10,
  daysIdle: 0,
};

describe('attentionReasons', () => {
  it.each<[string, Partial<AttentionFacts>, string[]]>([
    ['a healthy flow', {}, []],
    ['half resolved', { resolved: 5 }, []],
    ['under half resolved', { resolved: 4 }, ['low_success']],
    ['under half of all, half of the closed', { resolved: 4, closed: 8 }, []],
    ['nothing closed yet', { resolved: 0, closed: 0 }, []],
    ['no session in the window', { usageCount: 0, resolved: 0, closed: 0 }, []],
    ['idle for 29 days', { daysIdle: 29 }, []],
    ['idle for 30 days', { daysIdle: 30 }, ['unused']],
    ['failing and unused', { resolved: 1, daysIdle: 31 }, ['low_success', 'unused']],
  ])('of %s', (_, facts, reasons) => {
    expect(attentionReasons({ ...healthy, ...facts })).toEqual(reasons);
  });
});
