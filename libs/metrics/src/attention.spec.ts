import { describe, expect, it } from '@jest/globals';

import { type AttentionFacts, attentionReasons } from './attention.js';

const healthy: AttentionFacts = {
  usageCount: 10,
  resolved: 8,
  closed: 10,
  daysSinceLastMatch: 0,
  daysSinceCreated: 100,
};

describe('attentionReasons', () => {
  it.each<[string, Partial<AttentionFacts>, string[]]>([
    ['a healthy flow', {}, []],
    ['half resolved', { resolved: 5 }, []],
    ['under half resolved', { resolved: 4 }, ['low_success']],
    ['under half of all, half of the closed', { resolved: 4, closed: 8 }, []],
    ['nothing closed yet', { resolved: 0, closed: 0 }, []],
    ['no session in the window', { usageCount: 0, resolved: 0, closed: 0 }, []],
    ['matched 29 days ago', { daysSinceLastMatch: 29 }, []],
    ['matched 30 days ago', { daysSinceLastMatch: 30 }, ['unused']],
    ['never matched, 29 days old', { daysSinceLastMatch: null, daysSinceCreated: 29 }, []],
    ['never matched, 30 days old', { daysSinceLastMatch: null, daysSinceCreated: 30 }, ['unused']],
    ['failing and unused', { resolved: 1, daysSinceLastMatch: 31 }, ['low_success', 'unused']],
  ])('of %s', (_, facts, reasons) => {
    expect(attentionReasons({ ...healthy, ...facts })).toEqual(reasons);
  });
});
